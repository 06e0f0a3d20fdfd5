import type { DraftItem } from './draft-item.ts'
import type { PageLine } from './page-line.ts'

const longestLabel = 48

/** The section of each item: said beside its date, or by a label over its headline, or by a heading over a group of items. */
export function nameSections(items: DraftItem[], lines: PageLine[]): (string | null)[] {
  const beside = items.map(({ anchor, text }) =>
    anchor.rest !== text ? besideDate(anchor.rest, anchor.isPlace) : null,
  )
  if (isLabelling(beside)) return beside
  const over = items.map(({ above }) => labelOf(above[0]))
  if (isLabelling(over)) return over
  return groupHeadings(items, lines, over)
}

/** Labels are few for many items, each used again. */
function isLabelling(labels: (string | null)[]): boolean {
  const said = labels.filter((label) => label !== null)
  const counts = Map.groupBy(said, (label) => label)
  const again = [...counts.values()].filter((uses) => uses.length > 1).reduce((sum, uses) => sum + uses.length, 0)
  return said.length >= 2 && again >= said.length * 0.6 && said.length >= labels.length * 0.3
}

function besideDate(rest: string, isPlace: boolean): string | null {
  // "Filed under: News" names the section after its colon.
  const label = rest.includes(':') ? (rest.split(':').at(-1) ?? '').trim() : rest
  return isPlace || label === '' || !/\p{L}{2}/u.test(label) || label.length > longestLabel ? null : label
}

function labelOf(line: PageLine | undefined): string | null {
  return line && line.text.length <= longestLabel && /\p{L}{2}/u.test(line.text) && !/[.!?…]$/u.test(line.text) ? line.text : null
}

/** A heading that stands once, over the first item of its group, names them all; one such heading alone names the page. */
function groupHeadings(items: DraftItem[], lines: PageLine[], over: (string | null)[]): (string | null)[] {
  const starts = over.map((label, position) =>
    label !== null && !isItemText(items, label) && isHeadingLike(items[position], lines) ? label : null,
  )
  const groups = new Set(starts.filter((label) => label !== null))
  if (groups.size < 2 || groups.size > items.length / 2 + 1) return over.map(() => null)
  let current: string | null = null
  return starts.map((label) => (current = label ?? current))
}

function isItemText(items: DraftItem[], text: string): boolean {
  return items.some((item) => item.text === text || item.summary === text)
}

function isHeadingLike(item: DraftItem | undefined, _lines: PageLine[]): boolean {
  return item !== undefined && (item.above[0]?.text.length ?? 0) <= longestLabel
}
