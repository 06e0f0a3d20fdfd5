import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { filled } from '#lib/filled.ts'

import type { Act } from '../acts.ts'
import { beginStep } from '../begin-step.ts'
import type { Bench } from '../bench.ts'
import { keyNames } from '../tools/key-names.ts'
import { typeAt } from '../typing/type-at.ts'
import { deskLanguage, make, newId, setAttributes } from '../dom.ts'
import { placeBeside } from './place-beside.ts'
import { slashEntries } from './slash-entries.ts'
import { nextSlash, slashKey, typedAfter, wish } from './slash-state.ts'
import type { Slash } from './slash-state.ts'

/**
 * A slash at the beginning of a paragraph or after a space opens a menu of what can be put in. The focus stays in the text, which
 * points at the entry (https://www.w3.org/WAI/ARIA/apg/patterns/listbox/); typing on narrows the list.
 */
export function slashMenu(bench: Bench): Plugin<Slash | null> {
  const list = listOf(bench)
  return new Plugin<Slash | null>({
    key: slashKey,
    state: { init: () => null, apply: (tr, was, _, state) => nextSlash(tr, was, state) },
    view: (view) => {
      list.show(view)
      return { update: list.show, destroy: list.remove }
    },
    props: {
      attributes: (state) => (slashKey.getState(state) ? list.attributes() : {}),
      handleTextInput: (view, from, to, text) => {
        const $from = view.state.doc.resolve(from)
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
        if (text !== '/' || from !== to || view.composing || $from.parent.type.name !== 'paragraph' || !/(^|\s)$/.test(before)) return false
        view.dispatch(wish(typeAt(view.state, text, from, to), { open: from }))
        return true
      },
      handleKeyDown: (view, event) => list.isOpen() && list.press(view, event),
      handleDOMEvents: {
        blur: (view) => {
          if (slashKey.getState(view.state)) view.dispatch(wish(view.state.tr, 'close'))
          return false
        },
      },
    },
  })
}

function listOf(bench: Bench) {
  const { words, frame, say } = bench
  const element = emptyList(words.slash.label)
  let entries: Act[] = []
  let said = ''

  const take = (view: EditorView, index: number) => {
    const slash = slashKey.getState(view.state)
    const act = entries[index]
    if (!slash || !act) return
    view.dispatch(wish(view.state.tr.delete(slash.from, view.state.selection.from), 'close'))
    beginStep(bench.editor)
    act.run(bench)
  }
  element.addEventListener('mousedown', (event) => {
    event.preventDefault()
    take(
      bench.editor.view,
      [...element.children].findIndex((option) => event.target instanceof Node && option.contains(event.target)),
    )
  })
  const show = (view: EditorView) => {
    const slash = slashKey.getState(view.state)
    if (!slash) {
      element.remove()
      said = ''
      return
    }
    entries = slashEntries(view.state, words, typedAfter(view.state, slash) ?? '')
    element.replaceChildren(...optionsOf(element.id, entries, slash.at, bench))
    if (!element.isConnected) frame.append(element)
    const { left, top, bottom } = view.coordsAtPos(slash.from)
    placeBeside(element, new DOMRect(left, top, 0, bottom - top), frame)
    element.children[slash.at]?.scrollIntoView({ block: 'nearest' })
    const message = entries.length === 0 ? words.slash.none : filled(words.slash.found, { n: entries.length })
    if (message !== said) say((said = message))
  }
  return {
    show,
    remove: () => element.remove(),
    isOpen: () => element.isConnected,
    attributes: () => ({ 'aria-controls': element.id, 'aria-haspopup': 'listbox', 'aria-activedescendant': activeId(element) }),
    press: (view: EditorView, { key }: KeyboardEvent): boolean => {
      const at = slashKey.getState(view.state)?.at ?? 0
      const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[key]
      if (key === 'Escape') view.dispatch(wish(view.state.tr, 'close'))
      else if (key === 'Enter' || key === 'Tab') take(view, at)
      else if (next !== undefined && entries.length > 0)
        view.dispatch(wish(view.state.tr, { point: (next + entries.length) % entries.length }))
      else return false
      return true
    },
  }
}

function emptyList(label: string): HTMLElement {
  // A list that scrolls is one that keys can reach; Tab takes an entry, so that nobody comes here from the text.
  return make('ul', { role: 'listbox', id: newId('slash'), class: 'editor-menu', tabindex: 0, 'aria-label': label, ...deskLanguage() })
}

function optionsOf(id: string, entries: Act[], at: number, { words }: Bench): HTMLElement[] {
  if (entries.length === 0)
    return [make('li', { role: 'option', 'aria-disabled': 'true', class: 'editor-none', id: `${id}-0` }, words.slash.none)]
  return entries.map(({ name, keys }, i) => {
    const option = make('li', { role: 'option', id: `${id}-${i}` }, words.acts[name])
    setAttributes(option, { 'aria-selected': String(i === at) })
    if (keys) option.append(make('small', { 'aria-hidden': 'true' }, keyNames(keys)))
    return option
  })
}

function activeId(element: HTMLElement): string {
  return element.querySelector('[aria-selected="true"]')?.id ?? `${element.id}-0`
}
