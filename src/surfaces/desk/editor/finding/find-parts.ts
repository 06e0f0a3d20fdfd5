import { deskLanguage, make, newId } from '../dom.ts'
import type { EditorWords } from '../editor-words.ts'

type Ways = 'previous' | 'next' | 'replace' | 'replaceAll' | 'close'

export type FindParts = {
  element: HTMLElement
  what: HTMLInputElement
  by: HTMLInputElement
  matchCase: HTMLInputElement
  count: HTMLOutputElement
  buttons: { [way in Ways]: HTMLButtonElement }
}

/** The fields and buttons of the find bar. */
export function findParts({ find: words }: EditorWords): FindParts {
  const what = field(words.what)
  const by = field(words.by)
  const matchCase = make('input', { type: 'checkbox', id: newId('case') })
  const count = make('output', { class: 'editor-found', role: 'status' })
  const button = (way: Ways) => make('button', { type: 'button', class: 'quiet' }, words[way])
  const buttons = {
    previous: button('previous'),
    next: button('next'),
    replace: button('replace'),
    replaceAll: button('replaceAll'),
    close: button('close'),
  }
  const row = (...parts: HTMLElement[]) => make('div', { class: 'editor-find-row' }, ...parts)
  const check = make('span', { class: 'editor-check' }, matchCase, make('label', { for: matchCase.id }, words.matchCase))
  const element = make(
    'div',
    { class: 'editor-find', role: 'search', 'aria-label': words.label, hidden: true, ...deskLanguage() },
    row(what.label, what.input, buttons.previous, buttons.next, count),
    row(by.label, by.input, buttons.replace, buttons.replaceAll),
    row(check, make('span', { class: 'editor-status' }, words.onlyText), buttons.close),
  )
  return { element, what: what.input, by: by.input, matchCase, count, buttons }
}

function field(label: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const id = newId('find')
  return { label: make('label', { for: id }, label), input: make('input', { id, type: 'text', autocomplete: 'off', dir: 'auto' }) }
}
