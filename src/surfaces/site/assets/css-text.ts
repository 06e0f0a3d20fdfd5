import { sheetAt, sheetText } from '#surfaces/ui/assets/sheet-text.ts'

const sheets = ['frame', 'river', 'story'].map((name) => sheetAt(name, import.meta.url))

/** The site's one stylesheet for an accent. */
export function cssText(accent: string, fontHref: (file: string) => string = (file) => `/assets/fonts/${file}`): string {
  return sheetText(accent, fontHref, sheets)
}
