import type { MailWords } from './en.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const spoken: Readonly<Record<string, MailWords>> = { en, fr }

/** The words of mails in a language and the language that they are in; English where we do not speak it. */
export function mailWordsIn(language: string | null): { words: MailWords; language: string } {
  const asked = language?.split('-')[0] ?? ''
  const words = Object.hasOwn(spoken, asked) ? spoken[asked] : undefined
  return words ? { words, language: asked } : { words: en, language: 'en' }
}
