import { join } from 'node:path'

import type { ServedFiles, StaticFile } from '#platform/http/static-files.ts'
import { joinedFiles, staticFiles } from '#platform/http/static-files.ts'
import { bundleScripts } from '#platform/scripts/bundle-scripts.ts'
import { AccentSheets } from '#surfaces/ui/assets/accent-sheets.ts'
import { fontsToPreload } from '#surfaces/ui/assets/font-faces.ts'
import { icon, readFonts } from '#surfaces/ui/assets/shared-files.ts'
import { sheetAt, sheetText } from '#surfaces/ui/assets/sheet-text.ts'

/** The stylesheet's parts in their order. */
export const sheetNames = [
  'frame',
  'forms',
  'lists',
  'stories',
  'writing',
  'review',
  'history',
  'previews',
  'picking',
  'checks',
  'sign-in',
  'registers',
  'settings',
  'editor',
  'translations',
]
const sheets = sheetNames.map((name) => sheetAt(name, new URL('./assets/', import.meta.url).href))
const here = import.meta.dirname

/** What desk pages need besides themselves; addresses change with the bytes behind them. */
export type DeskAssets = {
  /** The stylesheet in an accent. */
  cssHref: (accent: string) => string
  /** The script of every desk page; it loads the rest where a page needs it. */
  scriptHref: string
  /** Fonts that every page shows at once. */
  fontPreloads: (language: string) => string[]
  iconHref: string
  files: ServedFiles
}

/** Reads the fonts and bundles the scripts; the stylesheet is written for each accent that the settings have. */
export async function readDeskAssets(cacheFolder: string): Promise<DeskAssets> {
  const [fonts, scripts] = await Promise.all([readFonts(), readScripts(cacheFolder)])
  const entry = scripts.find(({ isEntry }) => isEntry)
  const files = staticFiles([...fonts, icon, ...scripts])
  const written = new AccentSheets('desk.css', (accent) => sheetText(accent, (file) => files.href(file), sheets))
  return {
    cssHref: (accent) => written.href(accent),
    scriptHref: files.href(entry?.name ?? ''),
    fontPreloads: (language) => fontsToPreload(language).map((name) => files.href(name)),
    iconHref: files.href(icon.name),
    files: joinedFiles(files, written),
  }
}

async function readScripts(cacheFolder: string): Promise<(StaticFile & { isEntry: boolean })[]> {
  const sources = [
    join(here, 'scripts'),
    join(here, 'editor'),
    join(here, '../../lib'),
    join(here, '../../routes.ts'),
    join(here, '../../newsroom/stories'),
    join(here, '../../../package-lock.json'),
  ]
  const scripts = await bundleScripts({ entry: join(here, 'scripts/desk.ts'), sources, cacheFolder })
  return scripts.map(({ name, bytes, isEntry }) => ({
    name: `desk/${name}`,
    type: 'text/javascript; charset=utf-8',
    bytes,
    isFingerprinted: true,
    isEntry,
  }))
}
