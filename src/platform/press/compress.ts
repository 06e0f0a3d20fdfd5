import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './choose-encoding.ts'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Compresses on the thread pool, so that the pages of others do not wait. Quality is brotli's, 0–11. */
export async function compress(bytes: Uint8Array, encoding: Encoding, quality: number): Promise<Uint8Array> {
  if (encoding === 'identity') return bytes
  if (encoding === 'gzip') return gzipped(bytes, { level: quality > 9 ? 9 : 6 })
  return brotlied(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}

/** Fonts and pictures are compressed already; pressing them again costs bytes. */
export function isCompressible(contentType: string): boolean {
  return /^text\/|[/+](?:json|xml|javascript|manifest\+json)\b|^image\/svg/.test(contentType)
}
