import { readdir, readFile } from 'node:fs/promises'

import type { StaticFile, StaticFiles } from '#platform/http/static-files.ts'
import { staticFiles } from '#platform/http/static-files.ts'

import { cssText } from './assets/css-text.ts'
import { fontsToPreload } from './assets/font-faces.ts'

/** What pages need besides themselves; addresses change with the bytes behind them. */
export type SiteAssets = {
  cssHref: string
  iconHref: string
  fontPreloads: (language: string) => string[]
  files: StaticFiles
}

const fontFolder = new URL('./assets/fonts/', import.meta.url)

/** Reads the fonts and writes the stylesheet of an accent. */
export async function readSiteAssets(accent: string): Promise<SiteAssets> {
  const names = (await readdir(fontFolder)).filter((name) => name.endsWith('.woff2'))
  const fonts = await Promise.all(
    names.map(async (name): Promise<StaticFile> => ({ name, type: 'font/woff2', bytes: await readFile(new URL(name, fontFolder)) })),
  )
  const fontHref = staticFiles(fonts)
  const css = cssText(accent, (file) => fontHref.href(file))
  const files = staticFiles([
    ...fonts,
    { name: 'site.css', type: 'text/css; charset=utf-8', bytes: Buffer.from(css) },
    { name: 'icon.svg', type: 'image/svg+xml', bytes: Buffer.from(icon) },
  ])
  return {
    cssHref: files.href('site.css'),
    iconHref: files.href('icon.svg'),
    fontPreloads: (language) => fontsToPreload(language).map((name) => files.href(name)),
    files,
  }
}

// A rule and the lines of a column: the date rail, in miniature.
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#1c1a17}@media(prefers-color-scheme:dark){path{fill:#e9e5dc}}</style><path d="M3 4h26v3H3zM3 12h7v3H3zM13 12h16v3H13zM13 18h16v3H13zM13 24h11v3H13z"/></svg>'
