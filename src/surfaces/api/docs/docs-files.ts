import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

import type { StaticFile } from '#platform/http/static-files.ts'
import { chooseEncoding } from '#platform/press/choose-encoding.ts'

export const startScript = 'api-docs.js'
export const docsSheet = 'api-docs.css'

const here = (name: string): URL => new URL(`./assets/${name}`, import.meta.url)

/** What the documents need beside Scalar's reader. */
export async function readDocsFiles(): Promise<StaticFile[]> {
  const [start, sheet] = await Promise.all([readFile(here(startScript)), readFile(here(docsSheet))])
  return [
    { name: startScript, type: 'text/javascript; charset=utf-8', bytes: start },
    { name: docsSheet, type: 'text/css; charset=utf-8', bytes: sheet },
  ]
}

/** Scalar's reader of OpenAPI descriptions, as it was published: four megabytes, so they are kept and sent as Brotli, and unpacked for the few who ask. */
export async function answerReader(acceptEncoding: string | undefined): Promise<Response> {
  const packed = await readFile(here('api-reference.js.br'))
  const takesBrotli = chooseEncoding(acceptEncoding) === 'br'
  const body = takesBrotli ? packed : await promisify(brotliDecompress)(packed)
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(takesBrotli && { 'content-encoding': 'br' }),
    },
  })
}
