import type { Node } from '@tiptap/pm/model'
import type { Decoration, NodeView } from '@tiptap/pm/view'

import { filled } from '#lib/filled.ts'

import type { Bench } from '../bench.ts'
import { openFootnoteDialog } from '../dialogs/footnote-dialog.ts'
import { make, setAttributes } from '../dom.ts'

/** A footnote in the text: its number, which opens its words. */
export function footnoteView(bench: Bench, first: Node, getPos: () => number | undefined, given: readonly Decoration[]): NodeView {
  let node = first
  const button = make('button', { type: 'button', class: 'footnote-number', tabindex: -1 })
  const dom = make('sup', { class: 'footnote' }, button)
  const show = (decorations: readonly Decoration[]) => {
    const n = numberIn(decorations)
    const name = filled(bench.words.footnote.name, { n, text: String(node.attrs['text']) })
    button.textContent = String(n)
    setAttributes(button, { 'aria-label': name, title: name })
  }
  button.addEventListener('click', () => {
    if (bench.editor.isEditable) openFootnoteDialog(bench, getPos())
  })
  show(given)
  return {
    dom,
    update: (next, decorations) => {
      if (next.type !== node.type) return false
      node = next
      show(decorations)
      return true
    },
    stopEvent: (event) => event.type === 'keydown' || event.type === 'click',
    ignoreMutation: () => true,
  }
}

function numberIn(decorations: readonly Decoration[]): number {
  const numbers = decorations.map(({ spec }: { spec: { number?: unknown } }) => spec.number)
  return numbers.find((number) => typeof number === 'number') ?? 1
}
