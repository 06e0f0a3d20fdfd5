import { readFile } from 'node:fs/promises'

import type { StaticFiles } from '#platform/http/static-files.ts'
import { staticFiles } from '#platform/http/static-files.ts'
import { fontsToPreload } from '#surfaces/ui/assets/font-faces.ts'
import { icon, readFonts } from '#surfaces/ui/assets/shared-files.ts'

import { cssText } from './assets/css-text.ts'

/** What pages need besides themselves; addresses change with the bytes behind them. */
export type SiteAssets = {
  cssHref: string
  iconHref: string
  embedScriptHref: string
  fontPreloads: (language: string) => string[]
  files: StaticFiles
}

/** Reads the fonts and writes the stylesheet of an accent. */
export async function readSiteAssets(accent: string): Promise<SiteAssets> {
  const [fonts, script] = await Promise.all([readFonts(), readFile(new URL('./assets/scripts/load-embeds.js', import.meta.url))])
  const fontHref = staticFiles(fonts)
  const css = cssText(accent, (file) => fontHref.href(file))
  const files = staticFiles([
    ...fonts,
    { name: 'site.css', type: 'text/css; charset=utf-8', bytes: Buffer.from(css) },
    icon,
    { name: 'load-embeds.js', type: 'text/javascript; charset=utf-8', bytes: script },
  ])
  return {
    cssHref: files.href('site.css'),
    iconHref: files.href('icon.svg'),
    embedScriptHref: files.href('load-embeds.js'),
    fontPreloads: (language) => fontsToPreload(language).map((name) => files.href(name)),
    files,
  }
}
