import { Worker } from 'node:worker_threads'

import { Failure } from '#lib/failure.ts'

import { notWhole, refused } from './check-document.ts'
import type { Reading } from './document-worker.ts'
import type { DocumentDraft } from './draft-of-document.ts'

/** Milliseconds, and megabytes of heap. */
export type ReadingLimits = { within: number; heap: number }

const usual: ReadingLimits = { within: 20_000, heap: 512 }
const loader = new URL('../../../../bin/load-tsx.mjs', import.meta.url).href

// One at a time: what many documents take together has to be bounded too.
let last: Promise<unknown> = Promise.resolve()
let waiting = 0
const mostWaiting = 10

/** Reads a Word document (.docx, at most 20 MB) in a thread of its own, for at most 20 seconds; a Failure says what to do with one that cannot be read. */
export function readDocument(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Promise<DocumentDraft> {
  if (waiting >= mostWaiting) return Promise.reject(tooMany())
  waiting += 1
  const draft = last.then(() => readAlone(bytes, { ...usual, ...limits })).finally(() => (waiting -= 1))
  last = draft.catch(() => undefined)
  return draft
}

const tooMany = (): Failure =>
  new Failure(
    'unavailable',
    'documents-waiting',
    'Many documents are being read just now. Try again in a minute, or copy the text into the editor.',
  )

async function readAlone(bytes: Uint8Array, limits: ReadingLimits): Promise<DocumentDraft> {
  const reading = await answerOf(bytes, limits)
  if (reading === 'too long' || reading === 'too large')
    throw refused('document-too-large', 'This document is too large or too intricate to be read. Copy its text into the editor instead.')
  if ('damage' in reading) throw notWhole(reading.damage)
  if ('refusal' in reading) throw refused(reading.refusal.code, reading.refusal.say)
  return reading.draft
}

async function answerOf(bytes: Uint8Array, { within, heap }: ReadingLimits): Promise<Reading | 'too long' | 'too large'> {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
    workerData: bytes,
    env: {}, // a document is nobody's friend: it is read beside no secret; nor does --watch mix words of its own into the answer
    execArgv: ['--import', loader],
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: Math.ceil(heap / 8) },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve('too long'), within)
      worker.once('message', resolve)
      worker.once('error', (error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('too large')
        else reject(error)
      })
      worker.once('exit', () => resolve({ damage: 'the reading ended without an answer' }))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
