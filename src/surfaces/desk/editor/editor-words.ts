import type { DeskWords } from '../words/desk-words.ts'

/** The editor's words, in the language of the desk. */
export type EditorWords = DeskWords['editor']
