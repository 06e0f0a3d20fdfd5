import { isActive } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'

import type { Bench } from './bench.ts'
import { openEmbedDialog } from './dialogs/embed-dialog.ts'
import { openFootnoteDialog } from './dialogs/footnote-dialog.ts'
import { openLinkDialog } from './dialogs/link-dialog.ts'
import type { EditorWords } from './editor-words.ts'
import { insertTable } from './tables/insert-table.ts'

export type ActName = keyof EditorWords['acts']

/** Something that can be done to the text, by a button, a key or the slash menu. */
export type Act = {
  name: ActName
  /** In ProseMirror's notation: Mod is Ctrl, and Cmd on a Mac. */
  keys?: string
  run(bench: Bench): void
  isOn?(state: EditorState): boolean
  isPossible?(state: EditorState): boolean
}

const heading = (level: 2 | 3 | 4): Act => ({
  name: `heading${level}`,
  keys: `Mod-Alt-${level}`,
  run: ({ editor }) => void editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
  isOn: (state) => isActive(state, 'heading', { level }),
  isPossible: isTopLevel,
})

const callout = (name: 'callout' | 'calloutBackground' | 'calloutContact', kind: string): Act => ({
  name,
  run: ({ editor }) => void editor.chain().focus().wrapIn('callout', { kind }).run(),
  isPossible: isTopLevel,
})

export const textActs: Act[] = [
  {
    name: 'bold',
    keys: 'Mod-b',
    run: ({ editor }) => void editor.chain().focus().toggleMark('bold').run(),
    isOn: (state) => isActive(state, 'bold'),
  },
  {
    name: 'italic',
    keys: 'Mod-i',
    run: ({ editor }) => void editor.chain().focus().toggleMark('italic').run(),
    isOn: (state) => isActive(state, 'italic'),
  },
  { name: 'link', keys: 'Mod-k', run: openLinkDialog, isOn: (state) => isActive(state, 'link') },
]

export const blockActs: Act[] = [
  heading(2),
  heading(3),
  heading(4),
  {
    name: 'bulletList',
    keys: 'Mod-Shift-8',
    run: ({ editor }) => void editor.chain().focus().toggleList('bulletList', 'listItem').run(),
    isOn: (state) => isActive(state, 'bulletList'),
  },
  {
    name: 'orderedList',
    keys: 'Mod-Shift-7',
    run: ({ editor }) => void editor.chain().focus().toggleList('orderedList', 'listItem').run(),
    isOn: (state) => isActive(state, 'orderedList'),
  },
  {
    name: 'blockquote',
    keys: 'Mod-Shift-9',
    run: ({ editor }) => void editor.chain().focus().toggleWrap('blockquote').run(),
    isOn: (state) => isActive(state, 'blockquote'),
    isPossible: (state) => isActive(state, 'blockquote') || isTopLevel(state),
  },
]

export const paragraphAct: Act = {
  name: 'paragraph',
  keys: 'Mod-Alt-0',
  run: ({ editor }) => void editor.chain().focus().setNode('paragraph').run(),
}

export const insertActs: Act[] = [
  { name: 'footnote', keys: 'Mod-Alt-f', run: (bench) => openFootnoteDialog(bench) },
  { name: 'table', run: insertTable, isPossible: isTopLevel },
  callout('callout', 'note'),
  callout('calloutBackground', 'background'),
  callout('calloutContact', 'contact'),
  { name: 'embed', run: (bench) => openEmbedDialog(bench), isPossible: isTopLevel },
  {
    name: 'horizontalRule',
    run: ({ editor }) => void editor.chain().focus().insertContent({ type: 'horizontalRule' }).run(),
    isPossible: isTopLevel,
  },
]

/** Headings, quotes, boxes and tables stand in the text itself, not in one another. */
function isTopLevel(state: EditorState): boolean {
  return state.selection.$from.depth <= 1 && !isInTable(state)
}
