import type { DatedPage, DraftItem } from './draft-item.ts'
import { isSentence } from './line-kinds.ts'
import type { PageLine } from './page-line.ts'
import { longest } from './page-line.ts'

type Side = 'before' | 'after'

const furthest = 4
const farthestSummary = 4
const longSummary = 110

/** Items of a page read as lines and nothing more: headlines stand on one side of their dates, most of them at one distance. */
export function itemsInLines(page: DatedPage, side: Side): DraftItem[] {
  const runs = page.anchors.map((_, position) => runBeside(page, position, side))
  const headlines = headlinesOf(runs)
  return page.anchors.flatMap((anchor, position): DraftItem[] => {
    const [run, headline] = [runs[position] ?? [], headlines[position]]
    if (!headline) return []
    const at = run.indexOf(headline)
    const above = side === 'before' ? run.slice(at + 1) : [...run.slice(0, at).toReversed(), ...linesOver(page, position)]
    const summary =
      side === 'before'
        ? (summaryIn(page, headline.index + 1, anchor.index) ??
          summaryIn(page, anchor.index + 1, Math.min(headlines[position + 1]?.index ?? Infinity, endOf(page, position))))
        : summaryIn(page, headline.index + 1, endOf(page, position))
    return [{ anchor, headline, text: headline.text, summary, url: headline.link?.href ?? null, above }]
  })
}

/**
 * The short lines beside a date, nearest first. Before a date a paragraph may stand between it and them, as where the date ends an item;
 * the next paragraph belongs to another item.
 */
function runBeside({ lines, kinds, anchors }: DatedPage, position: number, side: Side): PageLine[] {
  const step = side === 'before' ? -1 : 1
  const own = anchors[position]?.index ?? 0
  const other = anchors[position + step]?.index
  const run: PageLine[] = []
  for (let index = own + step; index >= 0 && index < lines.length && index !== other && run.length < furthest; index += step) {
    const line = lines[index]
    if (!line || (kinds[index] === 'paragraph' && (side === 'after' || run.length > 0))) break
    if (kinds[index] === 'short') run.push(line)
  }
  return run
}

/** The short lines right over a date, nearest first. */
function linesOver(page: DatedPage, position: number): PageLine[] {
  const before = page.kinds[(page.anchors[position]?.index ?? 0) - 1]
  return before === 'short' ? runBeside(page, position, 'before') : []
}

/** A line far longer than the page's headlines is a summary that no full stop closes: the headline lies beyond it. */
function headlinesOf(runs: PageLine[][]): (PageLine | undefined)[] {
  const place = headlinePlace(runs)
  const headlines = runs.map((run) => run[place] ?? longest(run))
  const lengths = headlines.map((line) => line?.text.length ?? 0).toSorted((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  const tooLong = Math.max(110, 2 * usual)
  return headlines.map((line, position) => {
    if (!line || line.heading !== null || line.text.length <= tooLong) return line
    const run = runs[position] ?? []
    return run.slice(run.indexOf(line) + 1).find(({ text }) => text.length <= tooLong && text.length >= usual / 2) ?? line
  })
}

/** How far from their dates the headlines stand: where lines are longest, differ most and are headings or links. */
function headlinePlace(runs: PageLine[][]): number {
  const scores = Array.from({ length: furthest }, (_, place) => {
    const there = runs.flatMap((run) => run[place] ?? [])
    if (there.length < runs.length * 0.5) return 0
    const distinct = new Set(there.map((line) => line.text)).size / there.length
    const looks = there.reduce((sum, line) => sum + Math.min(90, line.text.length) + (line.heading ? 40 : 0) + (line.link ? 20 : 0), 0)
    return (looks * distinct) / runs.length
  })
  return scores.indexOf(Math.max(...scores))
}

/** Where what follows a date ends: at the next one, or a few lines on after the last. */
function endOf({ anchors, lines }: DatedPage, position: number): number {
  const own = anchors[position]?.index ?? 0
  return anchors[position + 1]?.index ?? Math.min(lines.length, own + farthestSummary + 1)
}

/** The first paragraph of a stretch, else its first line that is closed like a sentence. */
function summaryIn({ lines, kinds }: DatedPage, from: number, until: number): string | null {
  const stretch = lines.slice(from, Math.max(from, until)).filter(({ index }) => kinds[index] !== 'noise')
  const paragraph = stretch.find(({ index }) => kinds[index] === 'paragraph')
  const sentence = stretch.find(({ text }) => isSentence(text))
  return (paragraph ?? sentence ?? stretch.find(({ text }) => text.length >= longSummary))?.text ?? null
}
