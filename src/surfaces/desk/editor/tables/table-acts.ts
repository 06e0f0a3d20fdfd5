import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  selectedRect,
  toggleHeader,
} from '@tiptap/pm/tables'

import type { Act } from '../acts.ts'
import type { Bench } from '../bench.ts'
import { mostColumns, mostRows } from '../schema/table-nodes.ts'

type TableAct = Extract<Act['name'], `${'add' | 'delete' | 'toggle'}${string}`>

const act = (name: TableAct, command: Command, isRoomFor: (columns: number, rows: number) => boolean = () => true): Act => ({
  name,
  run: (bench) => runInTable(bench, command, isRoomFor),
  isPossible: isInTable,
})

/** What the menu of a table does. */
export const tableActs: Act[] = [
  act('addRowBefore', addRowBefore, (_, rows) => rows < mostRows),
  act('addRowAfter', addRowAfter, (_, rows) => rows < mostRows),
  act('addColumnBefore', addColumnBefore, (columns) => columns < mostColumns),
  act('addColumnAfter', addColumnAfter, (columns) => columns < mostColumns),
  act('toggleHeaderRow', toggleHeader('row')),
  act('deleteRow', deleteRow),
  act('deleteColumn', deleteColumn),
  act('deleteTable', deleteTable),
]

function runInTable({ editor, words, say }: Bench, command: Command, isRoomFor: (columns: number, rows: number) => boolean): void {
  const { map } = selectedRect(editor.state)
  if (isRoomFor(map.width, map.height)) command(editor.state, editor.view.dispatch)
  else say(words.said.tooWide)
  editor.view.focus()
}
