import type { DeskWords } from '../words/words.ts'

/** The editor's words, in the language of the desk. */
export type EditorWords = DeskWords['editor']

/** A sentence with its braces filled in. */
export function filled(sentence: string, values: { [name: string]: string | number }): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces))
}
