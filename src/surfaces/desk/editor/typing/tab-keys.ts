import type { Editor } from '@tiptap/core'
import { goToNextCell, isInTable } from '@tiptap/pm/tables'

import type { Bench } from '../bench.ts'
import { deepestList, listDepth } from '../schema/list-nodes.ts'
import { addLastRow } from '../tables/add-last-row.ts'
import { isLeaving } from './move-on.ts'

/** Tab in lists, tables, quotes and boxes. Anywhere else, and after Escape, it moves on from the text as on any page. */
export function tabKeys({ editor, words, say }: Bench): { [keys: string]: () => boolean } {
  return {
    Tab: () => {
      if (isLeaving(editor.state)) return false
      if (listDepth(editor) > 0) {
        if (listDepth(editor) >= deepestList) say(words.said.tooDeep)
        else editor.commands.sinkListItem('listItem')
        return true
      }
      if (!isInTable(editor.state)) return toField(editor)
      return goToNextCell(1)(editor.state, editor.view.dispatch) || addLastRow(editor)
    },
    'Shift-Tab': () => {
      if (isLeaving(editor.state)) return false
      if (listDepth(editor) > 0) return editor.commands.liftListItem('listItem')
      return isInTable(editor.state) && (goToNextCell(-1)(editor.state, editor.view.dispatch) || true)
    },
  }
}

/** The field of the quote or the box around the caret: who said it, of what kind it is. */
function toField({ view, state }: Editor): boolean {
  const { $from } = state.selection
  const framed = $from.depth > 1 ? view.nodeDOM($from.before(1)) : null
  const field = framed instanceof HTMLElement ? framed.querySelector<HTMLElement>('[contenteditable="false"] :is(input, select)') : null
  field?.focus()
  return field !== null
}
