import type { DeskWords } from '../words/desk-words.ts'

/** What was done with a text, after the name of whoever did it: 'cleared'. */
export function stepInWords(act: string, say: DeskWords): string {
  const acts: Readonly<Record<string, string>> = say.review.acts
  return acts[act] ?? act
}
