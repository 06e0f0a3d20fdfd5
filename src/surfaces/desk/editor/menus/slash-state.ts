import { PluginKey } from '@tiptap/pm/state'
import type { EditorState, Transaction } from '@tiptap/pm/state'

/** The slash menu while it is open: where its slash stands, and which entry is pointed at. */
export type Slash = { from: number; at: number }

type Wish = { open: number } | { point: number } | 'close'

export const slashKey = new PluginKey<Slash | null>('slash')

export const wish = (tr: Transaction, meta: Wish): Transaction => tr.setMeta(slashKey, meta)

/** The menu goes with its slash: when that is gone, or the caret leaves its word, so does the menu. */
export function nextSlash(tr: Transaction, was: Slash | null, state: EditorState): Slash | null {
  const meta = tr.getMeta(slashKey) as Wish | undefined
  if (meta === 'close') return null
  if (meta && 'open' in meta) return { from: meta.open, at: 0 }
  if (!was) return null
  const from = tr.mapping.map(was.from, -1)
  const slash: Slash = { from, at: meta && 'point' in meta ? meta.point : tr.docChanged ? 0 : was.at }
  return typedAfter(state, slash) === null ? null : slash
}

/** What is typed after the slash, null when the caret is not in that word. */
export function typedAfter({ selection, doc }: EditorState, { from }: Slash): string | null {
  const { $from, empty } = selection
  if (!empty || from >= $from.pos || from < $from.start()) return null
  const typed = doc.textBetween(from, $from.pos, '\n', '\ufffc')
  return /^\/[^\s/\ufffc]{0,30}( [^\s/\ufffc]{0,30})?$/.test(typed) ? typed.slice(1) : null
}
