import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Numbers the footnotes in the order of the text; the views read their number from here. */
export function footnoteNumbers(): Plugin<DecorationSet> {
  const numbered: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => numbersOf(doc),
      apply: (tr, numbers) => (tr.docChanged ? numbersOf(tr.doc) : numbers),
    },
    props: { decorations: (state) => numbered.getState(state) },
  })
  return numbered
}

function numbersOf(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnote') found.push(Decoration.node(pos, pos + node.nodeSize, {}, { number: found.length + 1 }))
  })
  return DecorationSet.create(doc, found)
}
