import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'

/** What was put in or pasted is never left selected, where the next key would replace it: the caret goes on below it. */
export function stepBelow(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) => {
      if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isUndo)) return null
      const end = endOfPutIn(transactions, before, state)
      return end === undefined ? null : caretBelow(state, end)
    },
  })
}

function endOfPutIn(transactions: readonly Transaction[], before: EditorState, state: EditorState): number | undefined {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    // A block that stood there before is selected on purpose: by Backspace after it, or because it was moved.
    return hasNode(before.doc, selection.node) ? undefined : selection.to
  }
  const isPaste = transactions.some((tr) => tr.getMeta('uiEvent') === 'paste')
  return isPaste && isInTable(state) && !isInTable(before) ? endOfTable(selection.$to) : undefined
}

function caretBelow({ tr }: EditorState, end: number): Transaction {
  const { nodeAfter, parent } = tr.doc.resolve(end)
  const paragraph = parent.type.schema.nodes['paragraph']
  if (!nodeAfter?.isTextblock && paragraph) tr.insert(end, paragraph.create())
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView()
}

function endOfTable($at: ResolvedPos): number | undefined {
  for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === 'table') return $at.after(depth)
  return undefined
}

function hasNode(doc: Node, wanted: Node): boolean {
  let isThere = false
  doc.descendants((node) => {
    isThere ||= node === wanted
    return !isThere
  })
  return isThere
}

// What is undone comes back as it was, its selection too.
const isUndo = (tr: Transaction): boolean => tr.getMeta('history$') !== undefined
