import type { Words } from './words/words.ts'

/** What is counted while a body is printed: the notes said so far and the tables. */
export type Printing = { words: Words; notes: string[]; tables: number }
