import { join } from 'node:path'

import type { StaticFile, StaticFiles } from '#platform/http/static-files.ts'
import { staticFiles } from '#platform/http/static-files.ts'
import { bundleScripts } from '#platform/scripts/bundle-scripts.ts'
import { fontsToPreload } from '#surfaces/ui/assets/font-faces.ts'
import { icon, readFonts } from '#surfaces/ui/assets/shared-files.ts'
import { sheetAt, sheetText } from '#surfaces/ui/assets/sheet-text.ts'

const sheets = ['frame', 'forms', 'lists', 'writing', 'review', 'history', 'previews', 'picking', 'checks', 'sign-in', 'registers', 'settings', 'editor', 'translations'].map((name) =>
  sheetAt(name, new URL('./assets/', import.meta.url).href),
)
const here = import.meta.dirname

/** What desk pages need besides themselves; addresses change with the bytes behind them. */
export type DeskAssets = {
  cssHref: string
  /** The script of every desk page; it loads the rest where a page needs it. */
  scriptHref: string
  /** Fonts that every page shows at once. */
  fontPreloads: (language: string) => string[]
  iconHref: string
  files: StaticFiles
}

/** Writes the stylesheet of an accent and bundles the scripts. */
export async function readDeskAssets(accent: string, cacheFolder: string): Promise<DeskAssets> {
  const [fonts, scripts] = await Promise.all([readFonts(), readScripts(cacheFolder)])
  const fontFiles = staticFiles(fonts)
  const css = sheetText(accent, (file) => fontFiles.href(file), sheets)
  const entry = scripts.find(({ isEntry }) => isEntry)
  const files = staticFiles([...fonts, icon, { name: 'desk.css', type: 'text/css; charset=utf-8', bytes: Buffer.from(css) }, ...scripts])
  return {
    cssHref: files.href('desk.css'),
    scriptHref: files.href(entry?.name ?? ''),
    fontPreloads: (language) => fontsToPreload(language).map((name) => files.href(name)),
    iconHref: files.href(icon.name),
    files,
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
