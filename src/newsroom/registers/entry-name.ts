import type { Entry, Register } from '../entries/field.ts'
import { textOf, wordsOf } from '../entries/field.ts'

/** What an entry is called where nobody's language is known: its acronym, its English name, any name, its address. */
export function entryName(register: Register, entry: Entry): string {
  const names = wordsOf(entry[register.title])
  return textOf(entry['acronym']) || (names['en'] ?? Object.values(names)[0] ?? entry.slug)
}
