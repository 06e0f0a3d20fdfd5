import type { Editor } from '@tiptap/core'
import { findNext, findPrev, replaceAll, replaceNext, setSearchState } from 'prosemirror-search'

import { filled } from '#lib/filled.ts'

import { beginStep } from '../begin-step.ts'
import type { EditorWords } from '../editor-words.ts'
import { CasedQuery } from './cased-query.ts'
import { findParts } from './find-parts.ts'
import type { FindParts } from './find-parts.ts'
import { matchesOf } from './matches-of.ts'

/** `show` tells again how many places are found, after the text has changed. */
export type FindBar = { element: HTMLElement; open(): void; show(): void }

const longest = 200

/** Find and replace, over the text. Enter finds the next place, Shift-Enter the one before, Escape goes back to the text. */
export function makeFindBar(editor: Editor, words: EditorWords): FindBar {
  const parts = findParts(words)
  const { element, what, by, count, buttons } = parts
  let isSaid = false
  const show = () => {
    if (!element.hidden && !isSaid) count.textContent = what.value === '' ? '' : countInWords(editor, words)
  }
  const go = (command: typeof findNext) => {
    isSaid = false
    ask(editor, parts)
    if (command === replaceNext) beginStep(editor)
    command(editor.state, editor.view.dispatch)
    reveal(editor)
    show()
  }
  const everywhere = () => {
    ask(editor, parts)
    const n = matchesOf(editor.state).length
    beginStep(editor)
    replaceAll(editor.state, editor.view.dispatch)
    // That so many are replaced is worth more than that none is left.
    isSaid = true
    count.textContent = filled(words.find.replaced, { n })
  }
  const close = () => {
    element.hidden = true
    what.value = ''
    ask(editor, parts)
    editor.view.focus()
  }
  listen(parts, () => {
    isSaid = false
    ask(editor, parts)
    show()
  })
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === what) go(event.shiftKey ? findPrev : findNext)
    else if (event.key === 'Enter' && event.target === by) go(replaceNext)
    else return
    event.preventDefault()
  })
  buttons.previous.addEventListener('click', () => go(findPrev))
  buttons.next.addEventListener('click', () => go(findNext))
  buttons.replace.addEventListener('click', () => go(replaceNext))
  buttons.replaceAll.addEventListener('click', everywhere)
  buttons.close.addEventListener('click', close)
  const open = () => {
    isSaid = false
    element.hidden = false
    takeSelected(editor, parts)
    ask(editor, parts)
    show()
    what.focus()
    what.select()
  }
  return { element, open, show }
}

function ask({ state, view }: Editor, { what, by, matchCase }: FindParts): void {
  const query = new CasedQuery({ search: what.value, replace: by.value, caseSensitive: matchCase.checked, literal: true })
  view.dispatch(setSearchState(state.tr, query).setMeta('addToHistory', false))
}

/** What is typed here is no change of the page's form, in which the editor stands. */
function listen({ element, what, by, matchCase }: FindParts, ask: () => void): void {
  for (const input of [what, by, matchCase]) input.addEventListener('input', ask)
  for (const name of ['input', 'change']) element.addEventListener(name, (event) => event.stopPropagation())
}

function takeSelected({ state, view }: Editor, { what, by }: FindParts): void {
  const { from, to } = state.selection
  const selected = state.doc.textBetween(from, to, '\n')
  if (selected !== '' && selected.length < longest && !selected.includes('\n')) what.value = selected
  for (const input of [what, by]) input.lang = view.dom.lang
}

function countInWords({ state }: Editor, { find: words }: EditorWords): string {
  const matches = matchesOf(state)
  const { from, to } = state.selection
  const at = matches.findIndex((match) => match.from === from && match.to === to) + 1
  if (matches.length === 0) return words.none
  return at > 0 ? filled(words.count, { at, n: matches.length }) : filled(words.some, { n: matches.length })
}

// The focus stays in the bar, so the browser does not scroll to the selection by itself.
function reveal({ view, state }: Editor): void {
  const { node } = view.domAtPos(state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}
