import type { Editor } from '@tiptap/core'
import { addRowAfter, goToNextCell, selectedRect } from '@tiptap/pm/tables'

import { mostRows } from '../schema/table-nodes.ts'

/** Adds a row under the last one and puts the caret into its first cell. */
export function addLastRow(editor: Editor): boolean {
  if (selectedRect(editor.state).map.height >= mostRows) return true
  addRowAfter(editor.state, editor.view.dispatch)
  return goToNextCell(1)(editor.state, editor.view.dispatch)
}
