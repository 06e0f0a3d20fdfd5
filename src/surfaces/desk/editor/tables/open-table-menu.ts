import { isInTable } from '@tiptap/pm/tables'

import type { Bench } from '../bench.ts'
import { openMenu } from '../menus/open-menu.ts'
import { tableActs } from './table-acts.ts'

/** Opens the menu of the table around the caret; elsewhere it leaves the key to the browser. */
export function openTableMenu(bench: Bench): boolean {
  const { editor, words } = bench
  if (!isInTable(editor.state)) return false
  const { left, bottom, top } = editor.view.coordsAtPos(editor.state.selection.from)
  openMenu(bench, {
    acts: tableActs,
    beside: { getBoundingClientRect: () => new DOMRect(left, top, 0, bottom - top) },
    label: words.acts.tableMenu,
    back: () => editor.view.focus(),
  })
  return true
}
