import type { WorldDate } from '#lib/world-dates.ts'

import type { Skipped, SourceStory } from '../source-story.ts'
import type { PageLine } from './page-line.ts'

type Dated = { index: number; date: string }
type Side = 'before' | 'after'

const fewestItems = 2

/** Finds a listing's items around its date lines: the headline stands on the same side of every date. */
export function findItems(lines: PageLine[], readDates: (text: string) => WorldDate[]): { stories: SourceStory[]; skipped: Skipped[] } {
  const dated = lines.flatMap(({ text }, index): Dated[] => {
    const date = dateOfLine(text, readDates)
    return date ? [{ index, date }] : []
  })
  if (dated.length < fewestItems) return { stories: [], skipped: [] }
  const side = headlineSide(lines, dated)
  const labels = repeated(lines, dated, side)
  const seen = new Set<string>()
  const stories: SourceStory[] = []
  const skipped: Skipped[] = []
  for (const [position, { index, date }] of dated.entries()) {
    const headline = lines[side === 'before' ? index - 1 : index + 1]
    const line = lines[index]
    if (!headline || !isHeadline(headline, readDates)) {
      if (line) skipped.push({ line: line.line, reason: 'no-headline', text: line.text })
      continue
    }
    const key = `${headline.text.toLowerCase()}|${date}`
    if (seen.has(key)) continue
    seen.add(key)
    const label = side === 'before' ? lines[index - 2] : lines[index - 1]
    const from = side === 'before' ? index + 1 : index + 2
    const until = (dated[position + 1]?.index ?? lines.length) - (side === 'before' ? 1 : 0)
    stories.push({
      section: label && labels.has(label.text) ? label.text : null,
      headline: headline.text,
      date,
      summary: lines.slice(from, until).find(isSummary)?.text ?? null,
      url: headline.href,
      line: headline.line,
    })
  }
  return { stories: stories.length < fewestItems ? [] : stories, skipped }
}

/** A line that is little more than its date. */
function dateOfLine(text: string, readDates: (text: string) => WorldDate[]): string | undefined {
  if (text.length > 90) return undefined
  const [found] = readDates(text)
  if (!found) return undefined
  const rest = (text.slice(0, found.from) + text.slice(found.to)).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return rest.length <= 30 ? found.date : undefined
}

function headlineSide(lines: PageLine[], dated: Dated[]): Side {
  const score = (offset: number) =>
    dated.reduce((sum, { index }) => {
      const line = lines[index + offset]
      if (!line) return sum
      return (
        sum +
        (line.text.length >= 12 && line.text.length <= 200 ? 1 : 0) +
        (line.isHeading || line.href ? 1 : 0) -
        (isSummary(line) ? 1 : 0)
      )
    }, 0)
  return score(-1) >= score(1) ? 'before' : 'after'
}

function repeated(lines: PageLine[], dated: Dated[], side: Side): Set<string> {
  const counts = new Map<string, number>()
  for (const { index } of dated) {
    const line = lines[side === 'before' ? index - 2 : index - 1]
    const next = lines[side === 'before' ? index - 1 : index]
    if (!line || !next || line.text.length > 40 || /[.!?…:»>]$/u.test(line.text)) continue
    counts.set(line.text, (counts.get(line.text) ?? 0) + (next.isAdjacent ? 2 : 1))
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text))
}

function isHeadline({ text }: PageLine, readDates: (text: string) => WorldDate[]): boolean {
  return text.length >= 8 && text.length <= 300 && /\p{L}{2}/u.test(text) && !dateOfLine(text, readDates)
}

function isSummary({ text }: PageLine): boolean {
  return text.length >= 60 && /[.!?…]["”»’)]?$|\p{L}\s\p{L}.{60}/u.test(text)
}
