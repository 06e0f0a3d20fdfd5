import type { Read } from '../source-story.ts'
import type { FeedItem } from './feed-item.ts'
import { storyFromItem } from './feed-item.ts'
import type { FeedHead, XmlFeedFormat } from './items-of-feed.ts'
import { feedHead, itemsOf } from './items-of-feed.ts'
import { once } from './once.ts'
import { plainParagraph } from './plain-paragraph.ts'
import type { FeedPiece } from './split-feed.ts'
import { splitFeed } from './split-feed.ts'

/** Reads RSS, RDF or Atom as a stream, a few items in memory at a time. Failures as `StrictXml`. */
export async function* readXmlFeed(
  text: AsyncIterable<string>,
  options: { format: XmlFeedFormat; name: string; url?: string | undefined },
): AsyncGenerator<Read> {
  const isFirst = once()
  let head: FeedHead = { base: [options.url], language: undefined, byline: undefined }
  for await (const pieces of inBatches(splitFeed(text, options.name))) {
    const [first] = pieces
    if (first?.kind === 'head') head = tolerant(() => feedHead(first.before + first.raw + first.after, options.format, options.url)) ?? head
    else for (const [at, item] of itemsIn(pieces, options.format, head).entries()) yield isFirst(readItem(item, pieces[at]))
  }
}

const batchSize = 25
const batchLimit = 500_000

/** Items that share their surroundings go together, since the library takes longer to begin than to read an item. */
async function* inBatches(pieces: AsyncIterable<FeedPiece>): AsyncGenerator<FeedPiece[]> {
  let batch: FeedPiece[] = []
  let size = 0
  for await (const piece of pieces) {
    const joins = batch.length < batchSize && size < batchLimit && piece.kind === batch[0]?.kind && piece.before === batch[0].before
    if (!joins && batch.length > 0) yield batch
    batch = joins ? [...batch, piece] : [piece]
    size = (joins ? size : 0) + piece.raw.length
  }
  if (batch.length > 0) yield batch
}

/** One item for each piece; one by one where the library does not find all of them in the whole. */
function itemsIn(pieces: FeedPiece[], format: XmlFeedFormat, head: FeedHead): (FeedItem | undefined)[] {
  const [first] = pieces
  if (!first) return []
  if (pieces.every(isEmpty)) return pieces.map(() => undefined)
  const items = tolerant(() => itemsOf(first.before + pieces.map((piece) => piece.raw).join('') + first.after, format, head))
  if (items?.length === pieces.length) return items
  return pieces.length === 1 ? [undefined] : pieces.flatMap((piece) => itemsIn([piece], format, head))
}

/** Whether a piece holds neither text nor character data: nothing that could be a headline. */
const isEmpty = ({ raw }: FeedPiece) => raw.length < 500 && !/[^\s<>][^<>]*(?=<\/)|CDATA/.test(raw)

function readItem(item: FeedItem | undefined, piece: FeedPiece | undefined): Read {
  const line = piece?.line ?? 1
  const story = item && storyFromItem(item, line)
  if (story) return { kind: 'story', story }
  return { kind: 'skipped', skipped: { line, reason: 'no-headline', text: plainParagraph(piece?.raw ?? '').slice(0, 200) } }
}

/** The library throws on what it cannot make out; such an item is skipped with its text, such a head does without. */
function tolerant<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
