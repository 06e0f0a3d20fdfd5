import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import type { Words } from './words.ts'

export const spoken: Readonly<Record<string, Words>> = { en, fr, ru, ar, de, es, tr, uk }

/** The site's words in a language, by its first subtag; English where we do not speak it. */
export function wordsIn(language: string): Words {
  return spoken[language.split('-')[0] ?? 'en'] ?? en
}
