import { setTimeout as wait } from 'node:timers/promises'

import { Failure } from '#lib/failure.ts'

export type Patience = {
  /** How often it is asked in all. */
  tries: number
  /** How long to wait before the second time, in milliseconds, where the service does not say; twice as long each time after. */
  firstWait: number
  /** How long one answer may take to its last byte, in milliseconds. */
  longest: number
  /** How long all that is asked for one text may take, in milliseconds. */
  inAll: number
}

export const usualPatience: Patience = { tries: 5, firstWait: 1000, longest: 60_000, inAll: 240_000 }

const longestWait = 30_000
const largestAnswer = 8 * 2 ** 20
const largestRefusal = 16 * 2 ** 10

export type Question = { name: string; url: URL; headers: Record<string, string>; body: unknown; signal?: AbortSignal | undefined }

/** Posts JSON to a translation service and gives its answer; asks again, politely, where it is busy or ill. */
export async function askService(question: Question, patience: Patience): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const answer = await post(question, patience)
    if (answer?.ok) return readJson(question, answer)
    const isBusy = answer === undefined || answer.status === 429 || answer.status >= 500
    if (answer && !isBusy) throw refusalOf(question.name, answer.status, await saidBy(answer))
    if (tried >= patience.tries) throw away(question.name, answer ? `it answers ${answer.status}` : 'it does not answer')
    await answer?.body?.cancel()
    await wait(waitOf(answer, patience.firstWait * 2 ** (tried - 1)), undefined, question.signal && { signal: question.signal })
  }
}

async function post({ url, headers, body, signal }: Question, { longest }: Patience): Promise<Response | undefined> {
  const timeout = AbortSignal.timeout(longest)
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    return undefined
  }
}

/** Retry-After (RFC 9110, section 10.2.3) in seconds, as far as we wait at all. */
function waitOf(answer: Response | undefined, otherwise: number): number {
  const said = answer?.headers.get('retry-after')
  const asked = said && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : otherwise
  return Math.min(asked, longestWait)
}

async function readJson({ name, signal }: Question, answer: Response): Promise<unknown> {
  const { text, isWhole } = await readBeginning(answer, largestAnswer).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw away(name, 'its answer cannot be read', error)
  })
  if (!isWhole) throw away(name, 'its answer is too large')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw away(name, 'its answer cannot be read', error)
  }
}

async function saidBy(answer: Response): Promise<string> {
  const { text } = await readBeginning(answer, largestRefusal).catch(() => ({ text: '' }))
  const said = /"(?:message|error)"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1]
  return said ? `: ${said}` : ''
}

/** The first bytes of an answer as text; the rest of one that has more is not waited for. */
async function readBeginning(answer: Response, most: number): Promise<{ text: string; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop hangs up.
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > most) break
  }
  return { text: Buffer.concat(chunks).toString('utf8', 0, most), isWhole: size <= most }
}

function refusalOf(name: string, status: number, said: string): Failure {
  if (status === 456)
    return new Failure(
      'unavailable',
      'machine-quota',
      `${name} has translated all that its account allows. Wait for its next month, or raise the limit there.`,
    )
  if (status === 401 || status === 403)
    return new Failure('unavailable', 'machine-refused', `${name} does not take our key${said}. An administrator sets MT_KEY right.`)
  return new Failure(
    'unavailable',
    'machine-refused',
    `${name} did not translate this (${status}${said}). Translate it by hand, or try again later.`,
  )
}

export const away = (name: string, why: string, cause?: unknown): Failure =>
  new Failure('unavailable', 'machine-away', `${name} did not translate this: ${why}. Nothing was changed; try again later.`, { cause })
