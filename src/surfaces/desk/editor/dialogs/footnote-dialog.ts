import { NodeSelection } from '@tiptap/pm/state'

import type { Bench } from '../bench.ts'
import { longestNote } from '../schema/apart-nodes.ts'
import { makeField, openDialog } from './open-dialog.ts'

/** Asks for the words of a new footnote where the caret stands, or of the one at `at`. */
export function openFootnoteDialog(bench: Bench, at?: number): void {
  const { editor, words } = bench
  const { state } = editor
  const place = at ?? selectedNote(bench)
  const old = place === undefined ? undefined : state.doc.nodeAt(place)
  const { field, input } = makeField({
    label: words.footnote.text,
    value: typeof old?.attrs['text'] === 'string' ? old.attrs['text'] : '',
    longest: longestNote,
    lines: 4,
  })
  input.lang = bench.language
  // Its words are one paragraph: Enter keeps them, Shift+Enter only breaks the line on the screen.
  input.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    input.form?.requestSubmit()
  })
  openDialog(bench, {
    title: words.footnote.title,
    fields: [field],
    save: words.footnote.save,
    others: place === undefined ? [] : [{ label: words.footnote.remove, run: () => remove(bench, place) }],
    submit: () => {
      const text = input.value.replace(/\s+/g, ' ').trim()
      if (text === '') return words.footnote.empty
      if (place === undefined) insert(bench, text)
      else editor.view.dispatch(editor.state.tr.setNodeAttribute(place, 'text', text))
      return undefined
    },
    closed: () => editor.view.focus(),
  })
  input.focus()
}

function selectedNote({ editor }: Bench): number | undefined {
  const { selection } = editor.state
  return selection instanceof NodeSelection && selection.node.type.name === 'footnote' ? selection.from : undefined
}

// After what is selected, never instead of it: a note belongs to the words before it.
function insert({ editor }: Bench, text: string): void {
  const { to } = editor.state.selection
  editor.chain().setTextSelection(to).insertContent({ type: 'footnote', attrs: { text } }).run()
}

function remove({ editor }: Bench, place: number): void {
  editor.view.dispatch(editor.state.tr.delete(place, place + 1))
  editor.view.focus()
}
