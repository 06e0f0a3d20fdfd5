import { errorResponse, frame, query, readTexts, readyForQuery, text, type Frame } from './wire.ts'

/** What one batch means to a session that many share. */
export interface BatchReading {
  readonly bytes: Buffer
  readonly refusal: Buffer | undefined
  readonly listens: readonly string[]
  readonly unlistens: readonly string[] // '*' for all
  readonly mayChangeRole: boolean
}

export function readBatch(frames: readonly Frame[]): BatchReading {
  const statements = frames.flatMap(sqlOf)
  const isCopyIn = statements.some((sql) => copyIn.test(sql))
  return {
    bytes: Buffer.concat(frames.map(keepListening)),
    refusal: isCopyIn ? refuseCopy : undefined,
    listens: statements.flatMap((sql) => channelOf(listen, sql)),
    unlistens: statements.flatMap((sql) => channelOf(unlisten, sql)),
    mayChangeRole: statements.some((sql) => changesRole.test(sql)),
  }
}

function sqlOf(next: Frame): string[] {
  if (next.type === 'Q') return readTexts(next.bytes, 5, 1).texts
  if (next.type === 'P') return readTexts(next.bytes, 5, 2).texts.slice(1)
  return []
}

// The one session goes on listening for the others: an UNLISTEN is only remembered.
function keepListening(next: Frame): Buffer {
  const [sql = ''] = sqlOf(next)
  if (!unlisten.test(sql)) return next.bytes
  if (next.type === 'Q') return query('')
  const { texts, rest } = readTexts(next.bytes, 5, 2)
  return frame('P', text(texts[0] ?? '', ''), rest)
}

function channelOf(pattern: RegExp, sql: string): string[] {
  const groups = pattern.exec(sql)?.groups
  if (!groups) return []
  return [groups['quoted'] ?? groups['plain']?.toLowerCase() ?? '*']
}

const listen = /^\s*listen\s+(?:"(?<quoted>[^"]+)"|(?<plain>\w+))\s*;?\s*$/i
const unlisten = /^\s*unlisten\s+(?:"(?<quoted>[^"]+)"|(?<plain>\w+)|\*)\s*;?\s*$/i
const changesRole = /\brole\b|authorization|\breset\b|\bdiscard\b|set_config|\bexecute\b/i
const copyIn = /^\s*copy\b[^;]*\bfrom\s+stdin\b/i
const refuseCopy = Buffer.concat([
  errorResponse('ERROR', '0A000', 'COPY … FROM STDIN is not available on the embedded database; use INSERT'),
  readyForQuery,
])
