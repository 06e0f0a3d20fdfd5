import { Failure } from '#lib/failure.ts'
import { storable } from '#lib/storable.ts'

import { HttpFailure } from '../problem.ts'

const largest = 2 * 1024 * 1024

/** The JSON of a request, and its text; undefined where nothing was sent. */
export async function readBody(request: Request): Promise<{ text: string; json: unknown }> {
  const text = new TextDecoder().decode(await readBytes(request))
  if (text === '') return { text, json: undefined }
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json *(?:;|$)/i.test(type))
    throw new HttpFailure(415, 'not-json', 'Send JSON, and say so: `Content-Type: application/json`.')
  try {
    return { text, json: storableJson(JSON.parse(text)) }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new HttpFailure(400, 'bad-json', 'This is not JSON. See that it is whole.')
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largest) throw new HttpFailure(413, 'too-large', 'This is larger than 2 MB and was not read. Send less at once.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const deepest = 200

/** The same without the characters that no archive takes, in names too. */
export function storableJson(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new HttpFailure(422, 'too-deep', 'This is nested too deeply.')
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map((one) => storableJson(one, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storableJson(one, depth + 1)]))
}
