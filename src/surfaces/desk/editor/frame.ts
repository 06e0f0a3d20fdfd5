import { deskLanguage, make, newId } from './dom.ts'
import type { EditorWords } from './editor-words.ts'

export type Frame = {
  element: HTMLElement
  /** Stays in sight over a long text: the tools, and what looks for words. */
  head: HTMLElement
  /** The writing surface is put in here. */
  paper: HTMLElement
  help: HTMLElement
  status: HTMLElement
  counts: HTMLElement
}

/** The elements around the text: its tools go over it, the counts under it. */
export function frameOf(words: EditorWords): Frame {
  const head = make('div', { class: 'editor-head' })
  const paper = make('div', { class: 'editor-paper' })
  const help = make('p', { class: 'unseen', id: newId('help'), ...deskLanguage() }, words.help)
  const status = make('p', { class: 'unseen', role: 'status', ...deskLanguage() })
  const counts = make('p', { class: 'editor-counts', ...deskLanguage() })
  return { element: make('div', { class: 'editor' }, head, paper, counts, help, status), head, paper, help, status, counts }
}
