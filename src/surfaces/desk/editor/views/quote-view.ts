import type { Node } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'

import type { Bench } from '../bench.ts'
import { make } from '../dom.ts'
import { longestAttribution } from '../schema/framed-nodes.ts'

let visits = 0

/** A quote with a field under it for who said it. Enter and the arrows lead from the field back into the text. */
export function quoteView({ words }: Bench, first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  let node = first
  const contentDOM = make('blockquote')
  const input = make('input', {
    type: 'text',
    maxlength: longestAttribution,
    autocomplete: 'off',
    'aria-label': words.quote.attribution,
    placeholder: words.quote.attribution,
    title: words.quote.attributionHelp,
  })
  const dom = make('figure', { class: 'quote' }, contentDOM, make('figcaption', { contenteditable: 'false' }, input))
  const show = () => {
    const said = typeof node.attrs['attribution'] === 'string' ? node.attrs['attribution'] : ''
    if (keptOf(input.value) !== keptOf(said)) input.value = said
    input.readOnly = !view.editable
  }
  const leaveTo = (side: 'before' | 'after') => {
    const pos = getPos()
    if (pos === undefined) return
    const { doc, tr } = view.state
    const place =
      side === 'before' ? Selection.near(doc.resolve(pos + node.nodeSize - 1), -1) : Selection.near(doc.resolve(pos + node.nodeSize), 1)
    view.dispatch(tr.setSelection(place).scrollIntoView())
    view.focus()
  }

  // One visit to the field is one thing to undo: the history keeps together what bears the same number.
  input.addEventListener('focus', () => (visits += 1))
  input.addEventListener('input', () => {
    const pos = getPos()
    if (pos !== undefined)
      view.dispatch(view.state.tr.setNodeAttribute(pos, 'attribution', keptOf(input.value)).setMeta('composition', -visits))
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') leaveTo('after')
    else if (event.key === 'ArrowUp' || event.key === 'Escape') leaveTo('before')
    else return
    event.preventDefault()
  })
  show()
  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== node.type) return false
      node = next
      show()
      return true
    },
    stopEvent: ({ target }) => target === input,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}

function keptOf(written: string): string | null {
  const words = written.trim()
  return words === '' ? null : words
}
