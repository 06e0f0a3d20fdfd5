import type { editorWords } from '../words/editor-en.ts'

/** The editor's words, in the language of the desk. */
export type EditorWords = typeof editorWords

/** A sentence with its braces filled in. */
export function filled(sentence: string, values: { [name: string]: string | number }): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces))
}
