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
    tabindex: -1,
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
  // One visit to the field is one thing to undo: the history keeps together what bears the same number.
  input.addEventListener('focus', () => (visits += 1))
  input.addEventListener('input', () => {
    const pos = getPos()
    if (pos !== undefined)
      view.dispatch(view.state.tr.setNodeAttribute(pos, 'attribution', keptOf(input.value)).setMeta('composition', -visits))
  })
  input.addEventListener('keydown', (event) => {
    const isBack = event.key === 'ArrowUp' || event.key === 'Escape' || (event.key === 'Tab' && event.shiftKey)
    if (event.key === 'Enter' || event.key === 'ArrowDown') leaveFor(view, getPos(), node, 'after')
    else if (isBack) leaveFor(view, getPos(), node, 'inside')
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

function leaveFor(view: EditorView, pos: number | undefined, { nodeSize }: Node, side: 'inside' | 'after'): void {
  if (pos === undefined) return
  const { tr, schema } = view.state
  const end = pos + nodeSize
  const paragraph = schema.nodes['paragraph']?.create()
  // Whoever ends a quote at the end of the text goes on in a paragraph of their own.
  if (side === 'after' && end >= tr.doc.content.size && paragraph) tr.insert(end, paragraph)
  const place = side === 'after' ? Selection.near(tr.doc.resolve(end), 1) : Selection.near(tr.doc.resolve(end - 1), -1)
  view.dispatch(tr.setSelection(place).scrollIntoView())
  view.focus()
}

function keptOf(written: string): string | null {
  const words = written.trim()
  return words === '' ? null : words
}
