import { canonicalJson } from '#lib/canonical-json.ts'

import type { Inline, Mark } from '../stories/body.ts'
import { joined } from '../stories/passages/map-passages.ts'

/** A passage as a run of words, marks that open and close, and what stands between words. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'open' | 'close'; mark: Mark }
  | { kind: 'break' }
  /** A footnote, by its number within the passage. */
  | { kind: 'note'; number: string }

/** What is marked alike side by side stands in one pair of marks; pairs nest and never cross. */
export function piecesOf(inlines: readonly Inline[]): Piece[] {
  const pieces: Piece[] = []
  let open: Mark[] = []
  for (const inline of [...joined(inlines), null]) {
    const marks = inline?.type === 'text' ? (inline.marks ?? []) : []
    const stays = sharedStart(open, marks)
    pieces.push(
      ...open
        .slice(stays)
        .toReversed()
        .map((mark): Piece => ({ kind: 'close', mark })),
    )
    pieces.push(...marks.slice(stays).map((mark): Piece => ({ kind: 'open', mark })))
    open = marks
    if (inline?.type === 'text') pieces.push({ kind: 'words', text: inline.text })
    if (inline?.type === 'hardBreak') pieces.push({ kind: 'break' })
    if (inline?.type === 'footnote') pieces.push({ kind: 'note', number: inline.attrs.text })
  }
  return pieces
}

function sharedStart(one: readonly Mark[], other: readonly Mark[]): number {
  const end = one.findIndex((mark, index) => canonicalJson(mark) !== canonicalJson(other[index] ?? null))
  return end < 0 ? one.length : end
}
