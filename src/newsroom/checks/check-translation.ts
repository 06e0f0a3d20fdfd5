import type { CheckedText } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Readers of an edition that was made from another meet no passage that still waits in the other's words. */
export function checkTranslation(_: CheckedText, { untranslated }: { untranslated: number }): Found[] {
  return untranslated === 0 ? [] : [{ field: 'translation', says: { code: 'passages not translated', passages: untranslated } }]
}
