import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

import type { Bench } from '../bench.ts'

const rows = 3
const columns = 3

/** Puts an empty table with a row of headings where the caret stands, and the caret in its first cell. */
export function insertTable({ editor }: Bench): void {
  const cells = (type: string) => Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] }))
  const content = Array.from({ length: rows }, (_, i) => ({ type: 'tableRow', content: cells(i === 0 ? 'tableHeader' : 'tableCell') }))
  const before = editor.state.selection.from
  editor
    .chain()
    .focus()
    .insertContent({ type: 'table', content })
    .command(({ tr }) => {
      const table = firstTableFrom(tr.doc, Math.max(0, before - 1))
      if (table !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(table + 1)))
      return true
    })
    .run()
}

function firstTableFrom(doc: Node, from: number): number | undefined {
  let found: number | undefined
  doc.nodesBetween(from, doc.content.size, (node, pos) => {
    if (found === undefined && node.type.name === 'table' && pos >= from) found = pos
    return found === undefined
  })
  return found
}
