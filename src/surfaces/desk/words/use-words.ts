import { createContext, useContext } from 'react'

import { en } from './en.ts'
import type { DeskWords } from './desk-words.ts'

export const Words = createContext<DeskWords>(en)

/** The desk's words in the language of whoever reads the page. */
export const useWords = (): DeskWords => useContext(Words)
