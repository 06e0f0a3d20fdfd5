import { NodeSelection } from '@tiptap/pm/state'

import type { Bench } from '../bench.ts'
import { openEmbedDialog } from './embed-dialog.ts'
import { openFootnoteDialog } from './footnote-dialog.ts'

/** Enter on a footnote or an embed opens it. */
export function openSelected(bench: Bench): boolean {
  const { selection } = bench.editor.state
  if (!(selection instanceof NodeSelection) || !bench.editor.isEditable) return false
  const { node, from } = selection
  if (node.type.name === 'footnote') openFootnoteDialog(bench, from)
  else if (node.type.name === 'embed')
    openEmbedDialog(bench, { url: String(node.attrs['url']), title: String(node.attrs['title']), at: from })
  else return false
  return true
}
