import type { Editor } from '@tiptap/core'
import { findNext, findPrev, getSearchState, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search'

import { deskLanguage, make, newId, setAttributes } from '../dom.ts'
import { filled } from '../editor-words.ts'
import type { EditorWords } from '../editor-words.ts'
import { matchesOf } from './matches-of.ts'

export type FindBar = { element: HTMLElement; open(): void; show(): void }

/** Find and replace, over the text. Enter finds the next place, Shift-Enter the one before, Escape goes back to the text. */
export function makeFindBar(editor: Editor, words: EditorWords): FindBar {
  const what = field(words.find.what)
  const by = field(words.find.by)
  const matchCase = make('input', { type: 'checkbox', id: newId('case') })
  const count = make('output', { class: 'editor-found', role: 'status' })
  const button = (label: string, run: () => void) => {
    const made = make('button', { type: 'button', class: 'quiet' }, label)
    made.addEventListener('click', run)
    return made
  }
  const ask = () => {
    const query = new SearchQuery({ search: what.input.value, replace: by.input.value, caseSensitive: matchCase.checked, literal: true })
    editor.view.dispatch(setSearchState(editor.state.tr, query).setMeta('addToHistory', false))
  }
  const go = (command: typeof findNext) => {
    ask()
    command(editor.state, editor.view.dispatch)
    reveal(editor)
    show()
  }
  const everywhere = () => {
    ask()
    const n = matchesOf(editor.state).length
    replaceAll(editor.state, editor.view.dispatch)
    count.textContent = filled(words.find.replaced, { n })
  }
  const close = () => {
    element.hidden = true
    what.input.value = ''
    ask()
    editor.view.focus()
  }
  const show = () => {
    if (!element.hidden) count.textContent = what.input.value === '' ? '' : countInWords(editor, words)
  }
  const finding = make(
    'span',
    { class: 'editor-find-row' },
    what.label,
    what.input,
    button(words.find.previous, () => go(findPrev)),
    button(words.find.next, () => go(findNext)),
    count,
  )
  const replacing = make(
    'span',
    { class: 'editor-find-row' },
    by.label,
    by.input,
    button(words.find.replace, () => go(replaceNext)),
    button(words.find.replaceAll, everywhere),
  )
  replacing.append(
    make('span', { class: 'editor-check' }, matchCase, make('label', { for: matchCase.id }, words.find.matchCase)),
    button(words.find.close, close),
  )
  const element = make(
    'div',
    { class: 'editor-find', role: 'search', 'aria-label': words.find.label, hidden: true, ...deskLanguage() },
    finding,
    replacing,
  )

  for (const input of [what.input, by.input, matchCase]) input.addEventListener('input', () => (ask(), show()))
  element.addEventListener('input', (event) => event.stopPropagation())
  element.addEventListener('change', (event) => event.stopPropagation())
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === what.input) go(event.shiftKey ? findPrev : findNext)
    else if (event.key === 'Enter' && event.target === by.input) go(replaceNext)
    else return
    event.preventDefault()
  })
  const open = () => {
    const { from, to } = editor.state.selection
    const selected = editor.state.doc.textBetween(from, to, '\n')
    element.hidden = false
    if (selected !== '' && selected.length < 200 && !selected.includes('\n')) what.input.value = selected
    setAttributes(what.input, { lang: editor.view.dom.lang })
    setAttributes(by.input, { lang: editor.view.dom.lang })
    ask()
    show()
    what.input.focus()
    what.input.select()
  }
  return { element, open, show }
}

function field(label: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const id = newId('find')
  return { label: make('label', { for: id }, label), input: make('input', { id, type: 'text', autocomplete: 'off', dir: 'auto' }) }
}

function countInWords(editor: Editor, words: EditorWords): string {
  const matches = matchesOf(editor.state)
  const { from, to } = editor.state.selection
  const at = matches.findIndex((match) => match.from === from && match.to === to) + 1
  if (matches.length === 0) return words.find.none
  return at > 0 ? filled(words.find.count, { at, n: matches.length }) : filled(words.find.some, { n: matches.length })
}

// The focus stays in the bar, so the browser does not scroll to the selection by itself.
function reveal({ view, state }: Editor): void {
  const { node } = view.domAtPos(state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}

/** Whether anything is looked for. */
export function isFinding({ state }: Editor): boolean {
  return getSearchState(state)?.query.valid ?? false
}
