import type { EditorState } from '@tiptap/pm/state'
import { getSearchState } from 'prosemirror-search'

/** Every place that the query of the find bar finds, in order. */
export function matchesOf(state: EditorState): { from: number; to: number }[] {
  const query = getSearchState(state)?.query
  const found: { from: number; to: number }[] = []
  if (!query?.valid) return found
  let next = query.findNext(state, 0)
  while (next) {
    found.push({ from: next.from, to: next.to })
    next = query.findNext(state, Math.max(next.to, next.from + 1))
  }
  return found
}
