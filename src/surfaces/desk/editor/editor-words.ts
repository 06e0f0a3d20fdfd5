import type { DeskWords } from '../words/words.ts'

/** The editor's words, in the language of the desk. */
export type EditorWords = DeskWords['editor']
