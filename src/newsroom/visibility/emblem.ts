import { z } from 'zod'

import type { Logo } from '../settings/settings.ts'
import { logoTypes } from '../settings/settings.ts'

/** The BCP 47 tag of what has no words in it: an emblem for every language. */
export const withoutWords = 'zxx'

/** A funder's emblem as it wants it in a language. Its size is in CSS pixels; its address changes with its hash. */
export type Emblem = Logo & { language: string }

export const emblemSchema = z.object({
  language: z.string(),
  type: z.enum(logoTypes),
  hash: z.string(),
  width: z.number(),
  height: z.number(),
})

/** The emblem for a reader's language, else one without words, else that of the newsroom's language, else whichever there is. */
export function emblemFor(emblems: readonly Emblem[], language: string, defaultLanguage: string): Emblem | undefined {
  const wanted = [language, language.split('-')[0], withoutWords, defaultLanguage]
  return wanted.map((tag) => emblems.find((emblem) => emblem.language === tag)).find(Boolean) ?? emblems[0]
}
