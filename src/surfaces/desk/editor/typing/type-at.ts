import { TextSelection } from '@tiptap/pm/state'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** What was typed, with the caret after it. Right after a click a state does not know yet that its caret moved: the browser tells of that later. */
export function typeAt(state: EditorState, text: string, from: number, to: number): Transaction {
  const tr = state.tr.insertText(text, from, to)
  return tr.setSelection(TextSelection.create(tr.doc, from + text.length))
}
