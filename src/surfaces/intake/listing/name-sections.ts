import type { DraftItem } from './draft-item.ts'
import type { PageLine } from './page-line.ts'

const longestLabel = 48
const farthestButton = 4

/** The section of each item: said beside its date, by a label over its headline, or by a heading over a group of items; null where none is. */
export function nameSections(items: DraftItem[], lines: PageLine[]): (string | null)[] {
  const beside = items.map(({ anchor, text, headline }) => {
    const isButton = leadsTo(headline, lines[anchor.index], anchor.rest)
    return anchor.rest === text || isButton ? null : besideDate(anchor.rest, anchor.isPlace)
  })
  if (areLabels(beside)) return beside
  const buttons = linesAfter(items, lines)
  const over = items.map(({ above: [nearest], headline, anchor }) => {
    const isCard = lines[anchor.index]?.link?.href === headline.link?.href
    const isButton = !nearest || buttons.has(nearest.text) || (!isCard && leadsTo(headline, nearest, nearest.text))
    return isButton ? null : labelOf(nearest.text)
  })
  if (areLabels(over)) return over
  const ranked = headingsOver(items, lines)
  return new Set(ranked).size > 1 ? ranked : groupsOf(over)
}

// "Read more" leads where its headline leads, and stands after the last item as after the others.
function leadsTo(headline: PageLine, line: PageLine | undefined, text: string): boolean {
  return line?.link?.text === text && line.link.href === headline.link?.href && line.index !== headline.index
}

function linesAfter(items: DraftItem[], lines: PageLine[]): Set<string | undefined> {
  const end = Math.max(...items.map(({ anchor, headline }) => Math.max(anchor.index, headline.index)))
  const after = lines.slice(end + 1, end + 1 + farthestButton)
  return new Set(after.map(({ text }) => text))
}

/** Labels are few for many items, and used again. */
function areLabels(labels: (string | null)[]): boolean {
  const said = labels.filter((label) => label !== null)
  const uses = [...Map.groupBy(said, (label) => label).values()].map((same) => same.length)
  const again = uses.filter((count) => count > 1).reduce((sum, count) => sum + count, 0)
  return again >= 2 && again >= said.length * 0.4 && said.length >= labels.length * 0.3
}

function besideDate(rest: string, isPlace: boolean): string | null {
  // "Filed under: News" names the section after its colon.
  return isPlace ? null : labelOf(rest.split(':').at(-1)?.trim() ?? '')
}

function labelOf(text: string): string | null {
  return text.length <= longestLabel && /\p{L}{2}/u.test(text) && !/[.!?…:@/]/u.test(text) ? text : null
}

/** In a page with headings: the nearest one above that ranks higher than the headlines do. */
function headingsOver(items: DraftItem[], lines: PageLine[]): (string | null)[] {
  let next = 0
  const open: PageLine[] = []
  return items.map(({ headline }) => {
    const rank = headline.heading ?? 7
    for (; next < headline.index; next += 1) {
      const line = lines[next]
      if (!line?.heading) continue
      while ((open.at(-1)?.heading ?? 0) >= line.heading) open.pop()
      open.push(line)
    }
    const heading = open.findLast((line) => (line.heading ?? 7) < rank)
    return heading ? labelOf(heading.text) : null
  })
}

/** A label that stands once, over the first item of its group, names them all. */
function groupsOf(over: (string | null)[]): (string | null)[] {
  const groups = new Set(over.filter((label) => label !== null))
  if (groups.size < 2 || groups.size > over.length / 2 + 1) return over.map(() => null)
  let current: string | null = null
  return over.map((label) => (current = label ?? current))
}
