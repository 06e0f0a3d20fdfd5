import { parentPort, workerData } from 'node:worker_threads'

import { Failure } from '#lib/failure.ts'

import { checkDocument } from './check-document.ts'
import type { DocumentDraft } from './draft-of-document.ts'
import { draftOfDocument } from './draft-of-document.ts'

/** What the reading of a document came to. */
export type Reading = { draft: DocumentDraft } | { refusal: { code: string; say: string } } | { damage: string }

const bytes: unknown = workerData
if (bytes instanceof Uint8Array) parentPort?.postMessage(await read(bytes))

async function read(document: Uint8Array): Promise<Reading> {
  try {
    checkDocument(document)
    return { draft: await draftOfDocument(document) }
  } catch (error) {
    if (error instanceof Failure) return { refusal: { code: error.code, say: error.message } }
    return { damage: String(error) }
  }
}
