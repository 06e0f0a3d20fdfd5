import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

import type { Bench } from '../bench.ts'
import { deskLanguage, make } from '../dom.ts'
import { calloutKinds, isCalloutKind } from '../schema/framed-nodes.ts'

/** A box with a chooser for its kind over its text. */
export function calloutView({ words }: Bench, first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  let node = first
  const options = calloutKinds.map((kind) => make('option', { value: kind }, words.callout.kinds[kind]))
  const chooser = make('select', { 'aria-label': words.callout.kind, autocomplete: 'off', tabindex: -1 }, ...options)
  const contentDOM = make('div')
  const dom = make(
    'aside',
    { class: 'callout', role: 'group' },
    make('p', { class: 'callout-kind', contenteditable: 'false', ...deskLanguage() }, chooser),
    contentDOM,
  )
  const show = () => {
    const kind: unknown = node.attrs['kind']
    chooser.value = isCalloutKind(kind) ? kind : 'note'
    chooser.disabled = !view.editable
    dom.dataset['kind'] = chooser.value
    dom.setAttribute('aria-label', chooser.selectedOptions[0]?.textContent ?? '')
  }
  chooser.addEventListener('change', () => {
    const pos = getPos()
    if (pos !== undefined) view.dispatch(view.state.tr.setNodeAttribute(pos, 'kind', chooser.value))
  })
  chooser.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'Tab') return
    if (event.key === 'Tab' && !event.shiftKey) return
    event.preventDefault()
    view.focus()
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
    stopEvent: ({ target }) => target === chooser,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}
