import { Failure } from '#lib/failure.ts'

import { harmlessText } from './text-input.ts'

export const saidAtMost = 2000 // characters

/** What someone said of what they do, trimmed; '' where they said nothing. Refuses what is longer than anybody reads, by the name of its field. */
export function saidWords(words: string | undefined, field = 'words'): string {
  const said = harmlessText(words ?? '').trim()
  if (said.length > saidAtMost) throw new Failure('invalid', 'words-too-long', 'Say it in at most 2,000 characters.', { values: { field } })
  return said
}
