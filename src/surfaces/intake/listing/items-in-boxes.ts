import type { DatedPage, DraftItem } from './draft-item.ts'
import type { Anchor } from './find-anchors.ts'
import type { Box, PageLine } from './page-line.ts'
import { longest } from './page-line.ts'

const shortestHeadline = 8
const highestAbove = 3

/** Items of a page whose elements hold one date each: whatever else such an element holds belongs to that date. */
export function itemsInBoxes(page: DatedPage): DraftItem[] {
  const dates = countDates(page)
  const boxes = page.anchors.map(({ index }) => ownBox(page.lines[index]?.box ?? null, dates))
  const items = page.anchors.map((anchor, position) => boxes[position] && itemOf(page, anchor, boxes[position]))
  const ends = boxes.map((box) => box?.last ?? -1)
  return items.flatMap((item, position): DraftItem[] => {
    const box = boxes[position]
    return item && box ? [{ ...item, above: [...item.above, ...linesOver(page, box, ends[position - 1] ?? -1)] }] : []
  })
}

/** How many dates each box holds. */
function countDates({ lines, anchors }: DatedPage): Map<Box, number> {
  const counts = new Map<Box, number>()
  for (const { index } of anchors)
    for (let box = lines[index]?.box ?? null; box; box = box.parent) counts.set(box, (counts.get(box) ?? 0) + 1)
  return counts
}

/** The largest box around a date that holds no other date. */
function ownBox(box: Box | null, dates: Map<Box, number>): Box | undefined {
  let own: Box | undefined
  for (let at = box; at && dates.get(at) === 1; at = at.parent) own = at
  return own && own.last > own.first && own.parent ? own : undefined
}

function itemOf({ lines, kinds }: DatedPage, anchor: Anchor, box: Box): DraftItem | undefined {
  const own = lines.slice(box.first, box.last + 1).filter(({ index }) => index !== anchor.index && kinds[index] !== 'noise')
  const candidates = own.filter(({ text }) => text.length >= shortestHeadline)
  const headline = bestOf(
    candidates,
    candidates.filter(({ index }) => kinds[index] === 'short'),
  )
  if (!headline) return undefined
  const later = own.filter((line) => line.index > headline.index && line.text !== headline.text)
  const summary = later.find(({ index }) => kinds[index] === 'paragraph') ?? later.find(({ text }) => text.length >= 60)
  const above = own.filter(({ index }) => index < headline.index).toReversed()
  const more = lines.slice(headline.index + 1, box.last + 1).findLast(({ link }) => link !== null)
  const url = headline.link?.href ?? more?.link?.href ?? null
  return { anchor, headline, text: headline.text, summary: summary?.text ?? null, url, above }
}

/** A heading, else the longest link, else the longest short line. */
function bestOf(candidates: PageLine[], short: PageLine[]): PageLine | undefined {
  const headings = candidates.filter(({ heading }) => heading !== null)
  const linked = short.filter(({ link, text }) => link && link.text.length >= text.length * 0.7)
  return headings[0] ?? longest(linked) ?? longest(short)
}

/** The short lines over an item that lie in no other, nearest first: a heading over a group of items. */
function linesOver({ lines, kinds }: DatedPage, box: Box, afterLine: number): PageLine[] {
  const from = Math.max(afterLine + 1, box.first - highestAbove)
  const over = lines.slice(from, Math.max(from, box.first)).toReversed()
  const stop = over.findIndex(({ index }) => kinds[index] !== 'short')
  return stop === -1 ? over : over.slice(0, stop)
}
