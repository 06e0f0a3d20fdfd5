import { InputRule, Node, wrappingInputRule } from '@tiptap/core'
import type { Editor } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'

import { wholeUpTo } from './attribute-checks.ts'

/** How deep lists may stand in lists; the stored body takes a few more. */
export const deepestList = 8

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block simple list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*•]\s$/, type: this.type })]
  },
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block simple list',
  content: 'listItem+',
  addAttributes: () => ({
    start: { default: 1, rendered: false, validate: wholeUpTo('start', 100_000), parseHTML: (list) => startOf(list.getAttribute('start')) },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ node }) => ['ol', node.attrs['start'] === 1 ? {} : { start: String(node.attrs['start']) }, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
  },
})

function startOf(written: string | null): number {
  const start = Number(written)
  return Number.isInteger(start) && start >= 1 && start <= 100_000 ? start : 1
}

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph simple*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  // Whoever types the sign again for each item has one already.
  addInputRules: () => [
    new InputRule({
      find: /^\s*[-+*•]\s$/,
      handler: ({ state, range }) => {
        if (!startsItem(state.doc.resolve(range.from))) return null
        state.tr.delete(range.from, range.to)
        return undefined
      },
    }),
  ],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Backspace: () =>
        this.editor.state.selection.empty && startsItem(this.editor.state.selection.$from) && this.editor.commands.liftListItem(this.name),
    }
  },
})

/** How many lists stand around the caret. */
export function listDepth(editor: Editor): number {
  const { $from } = editor.state.selection
  return Array.from({ length: $from.depth }, (_, i) => $from.node(i + 1)).filter(({ type }) => type.name === 'listItem').length
}

function startsItem($at: ResolvedPos): boolean {
  return $at.parentOffset === 0 && $at.depth > 1 && $at.node(-1).type.name === 'listItem' && $at.index(-1) === 0
}
