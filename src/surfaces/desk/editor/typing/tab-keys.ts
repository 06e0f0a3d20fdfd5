import { goToNextCell, isInTable } from '@tiptap/pm/tables'

import type { Bench } from '../bench.ts'
import { deepestList, listDepth } from '../schema/list-nodes.ts'
import { addLastRow } from '../tables/add-last-row.ts'
import { isLeaving } from './move-on.ts'

/** Tab in a list and in a table. Anywhere else, and after Escape, it moves on from the text as on any page. */
export function tabKeys({ editor, words, say }: Bench): { [keys: string]: () => boolean } {
  return {
    Tab: () => {
      if (isLeaving(editor.state)) return false
      if (listDepth(editor) > 0) {
        if (listDepth(editor) >= deepestList) say(words.said.tooDeep)
        else editor.commands.sinkListItem('listItem')
        return true
      }
      if (!isInTable(editor.state)) return false
      return goToNextCell(1)(editor.state, editor.view.dispatch) || addLastRow(editor)
    },
    'Shift-Tab': () => {
      if (isLeaving(editor.state)) return false
      if (listDepth(editor) > 0) return editor.commands.liftListItem('listItem')
      return isInTable(editor.state) && (goToNextCell(-1)(editor.state, editor.view.dispatch) || true)
    },
  }
}
