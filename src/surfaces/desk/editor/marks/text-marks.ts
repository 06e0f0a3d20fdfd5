import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { DecorationAttrs, EditorView } from '@tiptap/pm/view'

import { findPlace } from '#newsroom/stories/find-places.ts'

import type { TextPlace } from './quote-place.ts'
import { textMapOf } from './text-map.ts'

/** A comment or what a check found, drawn at its place in the text without changing it. */
export type Mark = { place: TextPlace; kind: 'comment' | 'block' | 'warn'; id: string; label: string }

const key = new PluginKey<DecorationSet>('textMarks')

export function drawMarks(view: EditorView, marks: Mark[]): void {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}

/** A click on a mark shows what it is about and leaves the caret where it was set; Ctrl-Enter goes there. */
export type OnMark = (id: string, how: 'show' | 'go') => void

/** Draws marks, moves them with the text, and tells of a click on one, or of Ctrl-Enter with the caret in it. */
export function textMarks(onMark: OnMark): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, drawn) => {
        const marks = tr.getMeta(key) as Mark[] | undefined
        return marks ? decorationsOf(tr.doc, marks) : drawn.map(tr.mapping, tr.doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: ({ editable }, __, { target }) => {
        const id = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null
        // Where one only reads there is no caret to keep.
        if (id) onMark(id, editable ? 'show' : 'go')
        return false
      },
      handleKeyDown: ({ state }, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
        const { from, to } = state.selection
        const id: unknown = key.getState(state)?.find(from, to)[0]?.spec['id']
        if (typeof id === 'string') onMark(id, 'go')
        return typeof id === 'string'
      },
    },
  })
}

function decorationsOf(doc: Node, marks: Mark[]): DecorationSet {
  const map = textMapOf(doc)
  return DecorationSet.create(
    doc,
    marks.flatMap(({ place, kind, id, label }) => {
      const found = findPlace(map.text, place)
      const attributes = { class: `mark-${kind}`, 'data-mark': id, title: label }
      return found ? decorationAt(doc, map.startOf(found.from), map.endOf(found.to), attributes, { id }) : []
    }),
  )
}

/** Words are marked as such; what stands in a field of its own (who said it, what is embedded) is marked with its node. */
function decorationAt(doc: Node, from: number, to: number, attributes: DecorationAttrs, spec: { id: string }): Decoration {
  const $from = doc.resolve(from)
  if ($from.nodeAfter?.type.name === 'embed') return Decoration.node(from, from + 1, attributes, spec)
  if (!$from.parent.inlineContent && $from.depth > 0) return Decoration.node($from.before(1), $from.after(1), attributes, spec)
  return Decoration.inline(from, to, { nodeName: 'mark', ...attributes }, spec)
}
