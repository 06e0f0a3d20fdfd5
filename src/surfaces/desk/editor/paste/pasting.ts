import { Fragment, Slice } from '@tiptap/pm/model'
import type { Node, Schema } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { embedOf } from '#newsroom/stories/embed-providers.ts'

import { beginStep } from '../begin-step.ts'
import type { Bench } from '../bench.ts'
import { openEmbedDialog } from '../dialogs/embed-dialog.ts'
import { hrefOf, isAddress } from '../links/href-of.ts'
import { cleanPasted } from './clean-pasted.ts'
import { plainBlocks } from './plain-text.ts'
import type { PlainBlock } from './plain-text.ts'

/** Pasting: whatever it comes from, only what the body has arrives. An address links what is selected, or offers what it embeds. */
export function pasting(bench: Bench): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanPasted(html),
      transformPasted: (slice) => (isSound(slice) ? slice : Slice.empty),
      // The types want a slice; without one the editor's own way is taken.
      clipboardTextParser: (text, _, __, { state }) => sliceOf(state.schema, text) as Slice,
      handlePaste: (view, event) => {
        beginStep(bench.editor)
        return pasteAddress(bench, view, event.clipboardData?.getData('text/plain').trim() ?? '')
      },
    },
  })
}

/** What claims to be copied from this editor may have been made up: its attributes are checked like those of a stored body. */
function isSound(slice: Slice): boolean {
  try {
    // What was cut out of the middle need not be whole; filled up, the rest of it is checked as well.
    slice.content.descendants((node) => (node.isLeaf ? node : node.type.createAndFill(node.attrs))?.check())
    return true
  } catch {
    return false
  }
}

function sliceOf(schema: Schema, text: string): Slice | null {
  const blocks = plainBlocks(text)
  const isOneLine = blocks.length === 1 && blocks[0]?.kind === 'paragraph' && blocks[0].lines.length === 1
  return blocks.length === 0 || isOneLine ? null : Slice.maxOpen(Fragment.from(blocks.map((block) => nodeOf(schema, block))))
}

function nodeOf(schema: Schema, block: PlainBlock): Node {
  if (block.kind === 'paragraph') return paragraphOf(schema, block.lines)
  const content = block.items.map((item) => ({ type: 'listItem', content: [paragraphOf(schema, [item]).toJSON()] }))
  return schema.nodeFromJSON({ type: block.kind, content })
}

function paragraphOf(schema: Schema, lines: string[]): Node {
  const content = lines.flatMap((text, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text }])
  return schema.nodeFromJSON({ type: 'paragraph', content })
}

function pasteAddress(bench: Bench, view: EditorView, text: string): boolean {
  const href = isAddress(text) ? hrefOf(text) : null
  const { selection, schema, tr } = view.state
  const link = href !== null && schema.marks['link']?.create({ href })
  if (!link || !(selection instanceof TextSelection) || !selection.$from.sameParent(selection.$to)) return false
  const { from, to, empty, $from } = selection
  if (!empty) {
    view.dispatch(tr.removeMark(from, to, link.type).addMark(from, to, link))
    return true
  }
  if (embedOf(text) && $from.depth === 1 && $from.parent.content.size === 0) {
    openEmbedDialog(bench, { url: text, isPasted: true })
    return true
  }
  view.dispatch(tr.replaceSelectionWith(schema.text(text, [link]), false).scrollIntoView())
  return true
}
