import { z } from 'zod'

import { drawingSchema } from '../drawings/drawing.ts'

/** The BCP 47 tag of what has no words in it: an emblem for every language. */
export const withoutWords = 'zxx'

/** A funder's emblem as it wants it in a language. */
export const emblemSchema = drawingSchema.extend({ language: z.string() })
export type Emblem = z.infer<typeof emblemSchema>

/** The emblem for a reader's language, else one without words, else that of the newsroom's language, else whichever there is. */
export function emblemFor(emblems: readonly Emblem[], language: string, defaultLanguage: string): Emblem | undefined {
  const wanted = [language, language.split('-')[0], withoutWords, defaultLanguage]
  return wanted.map((tag) => emblems.find((emblem) => emblem.language === tag)).find(Boolean) ?? emblems[0]
}
