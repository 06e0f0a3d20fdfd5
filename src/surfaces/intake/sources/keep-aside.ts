import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { tooLarge } from './too-large.ts'

/** Keeps a stream that comes only once in a temporary file, so that it can be read more than once; removed when disposed. */
export async function keepAside(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limit: number,
): Promise<AsyncDisposable & { path: string; size: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-intake-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'source')
  const counted = { size: 0 }
  try {
    await pipeline(bounded(stream, counted, name, limit), createWriteStream(path))
  } catch (error) {
    await remove()
    throw error
  }
  return { path, size: counted.size, [Symbol.asyncDispose]: remove }
}

async function* bounded(stream: AsyncIterable<Uint8Array>, counted: { size: number }, name: string, limit: number) {
  for await (const chunk of stream) {
    counted.size += chunk.length
    if (counted.size > limit) throw tooLarge(name, counted.size, limit)
    yield chunk
  }
}
