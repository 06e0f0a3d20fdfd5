import type { Anchor } from './find-anchors.ts'
import type { LineKind } from './line-kinds.ts'
import type { PageLine } from './page-line.ts'

/** A page whose date lines are known, in the order of the page. */
export type DatedPage = { lines: PageLine[]; kinds: LineKind[]; anchors: Anchor[] }

/** An item before its section is known. */
export type DraftItem = {
  anchor: Anchor
  headline: PageLine
  /** The headline alone, where its line says more. */
  text: string
  summary: string | null
  /** Where its headline links to, else another link of it. */
  url: string | null
  /** The short lines over its headline, nearest first. */
  above: PageLine[]
}
