import { readdir, readFile } from 'node:fs/promises'

import type { StaticFile } from '#platform/http/static-files.ts'

const fontFolder = new URL('./fonts/', import.meta.url)

/** The house's fonts; site and desk name the same addresses, so that a browser has each of them once. */
export async function readFonts(): Promise<StaticFile[]> {
  const names = (await readdir(fontFolder)).filter((name) => name.endsWith('.woff2'))
  return Promise.all(names.map(async (name) => ({ name, type: 'font/woff2', bytes: await readFile(new URL(name, fontFolder)) })))
}

// A rule and the lines of a column: the date rail, in miniature.
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#1c1a17}@media(prefers-color-scheme:dark){path{fill:#e9e5dc}}</style><path d="M3 4h26v3H3zM3 12h7v3H3zM13 12h16v3H13zM13 18h16v3H13zM13 24h11v3H13z"/></svg>'

export const icon: StaticFile = { name: 'icon.svg', type: 'image/svg+xml', bytes: Buffer.from(drawing) }
