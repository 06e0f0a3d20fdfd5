import { readFile } from 'node:fs/promises'

import type { ServedFiles } from '#platform/http/static-files.ts'
import { joinedFiles, staticFiles } from '#platform/http/static-files.ts'
import { AccentSheets } from '#surfaces/ui/assets/accent-sheets.ts'
import { fontsToPreload } from '#surfaces/ui/assets/font-faces.ts'
import { icon, readFonts } from '#surfaces/ui/assets/shared-files.ts'

import { cssText } from './assets/css-text.ts'

/** What pages need besides themselves; addresses change with the bytes behind them. */
export type SiteAssets = {
  /** The stylesheet in an accent. */
  cssHref: (accent: string) => string
  iconHref: string
  embedScriptHref: string
  fontPreloads: (language: string) => string[]
  files: ServedFiles
}

/** Reads the fonts and scripts; the stylesheet is written for each accent that a page is printed in. */
export async function readSiteAssets(): Promise<SiteAssets> {
  const [fonts, script] = await Promise.all([readFonts(), readFile(new URL('./assets/scripts/load-embeds.js', import.meta.url))])
  const files = staticFiles([...fonts, icon, { name: 'load-embeds.js', type: 'text/javascript; charset=utf-8', bytes: script }])
  const sheets = new AccentSheets('site.css', (accent) => cssText(accent, (file) => files.href(file)))
  return {
    cssHref: (accent) => sheets.href(accent),
    iconHref: files.href('icon.svg'),
    embedScriptHref: files.href('load-embeds.js'),
    fontPreloads: (language) => fontsToPreload(language).map((name) => files.href(name)),
    files: joinedFiles(files, sheets),
  }
}
