import { extname } from 'node:path'
import { fingerprint } from '#platform/press/entity-tag.ts'
import { Imprint } from '#platform/press/imprint.ts'
import { securityHeaders } from './security-headers.ts'

export type StaticFile = {
  /** Its name in the source, as `site.css`. */
  name: string
  /** Its name already changes with its bytes, and other files call it by that name. */
  isFingerprinted?: boolean
  /** Its content type. */
  type: string
  bytes: Uint8Array
}

export type StaticFiles = {
  /** Its address, which changes with its bytes: `/assets/site.3f2a….css`. Throws for a name that is not among them. */
  href(name: string): string
  lookup(url: string): Imprint | undefined
  /** Compresses all of them now, so that the first reader does not wait for the best compression. */
  warm(): Promise<void>
}

/** What the server needs of them. */
export type ServedFiles = Pick<StaticFiles, 'lookup' | 'warm'>

/** Files that never change under their address, kept in memory and answered before any framework. */
export function staticFiles(files: Iterable<StaticFile>): StaticFiles {
  const hrefs = new Map<string, string>()
  const imprints = new Map<string, Imprint>()
  for (const file of files) {
    const href = hrefOf(file)
    hrefs.set(file.name, href)
    imprints.set(href, imprintOf(file))
  }
  return {
    href: (name) => {
      const href = hrefs.get(name)
      if (href === undefined) throw new Error(`There is no static file "${name}"`)
      return href
    },
    lookup: (url) => imprints.get(url),
    warm: async () => {
      for (const imprint of imprints.values()) await Promise.all([imprint.copy('gzip'), imprint.copy('br')])
    },
  }
}

/** The same files of several owners as one. */
export function joinedFiles(...owners: ServedFiles[]): ServedFiles {
  return {
    lookup: (url) => owners.map((files) => files.lookup(url)).find((imprint) => imprint !== undefined),
    warm: async () => {
      for (const files of owners) await files.warm()
    },
  }
}

function hrefOf({ name, bytes, isFingerprinted = false }: StaticFile): string {
  if (isFingerprinted) return `/assets/${name}`
  const extension = extname(name)
  return `/assets/${name.slice(0, name.length - extension.length)}.${fingerprint(bytes).slice(0, 12)}${extension}`
}

function imprintOf({ type, bytes }: StaticFile): Imprint {
  const headers = { ...securityHeaders, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
  return new Imprint({ status: 200, headers, body: bytes, quality: 11 })
}
