import type { Editor } from '@tiptap/core'

import type { EditorWords } from './editor-words.ts'

export type FoundStory = { headline: string; href: string }

/** What the tools around the text work with. */
export type Tools = {
  words: EditorWords
  /** BCP 47, of the text. */
  language: string
  findStories(text: string): Promise<FoundStory[]>
  /** Tells a screen reader. */
  say(sentence: string): void
  /** The element around the text and its tools; menus are placed in it. */
  frame: HTMLElement
}

export type Bench = Tools & { editor: Editor }
