import type { Anchor } from './find-anchors.ts'
import type { LineKind } from './line-kinds.ts'
import type { PageLine } from './page-line.ts'

/** A page whose date lines are known, in the order of the page. */
export type DatedPage = { lines: PageLine[]; kinds: LineKind[]; anchors: Anchor[] }

/** An item before its section is known. `above` are the short lines over its headline, nearest first. */
export type DraftItem = { anchor: Anchor; headline: PageLine; text: string; summary: string | null; above: PageLine[] }
