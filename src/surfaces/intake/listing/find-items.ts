import { fold } from '#lib/fold.ts'
import type { WorldDate } from '#lib/world-dates.ts'

import type { Skipped, SourceStory } from '../source-story.ts'
import type { DraftItem } from './draft-item.ts'
import type { Anchor } from './find-anchors.ts'
import { findAnchors } from './find-anchors.ts'
import { joinDates } from './join-dates.ts'
import { nameSections } from './name-sections.ts'
import type { PageLine } from './page-line.ts'
import { readItems } from './read-items.ts'
import { areListed } from './weigh-items.ts'

export type Found = { stories: SourceStory[]; skipped: Skipped[] }

const fewestItems = 2

/** The items of a listing, by its dates; nothing where a page has too few to be one. */
export function findItems(printed: PageLine[], readDates: (text: string, year?: number) => WorldDate[]): Found {
  const lines = joinDates(printed, readDates)
  const full = findAnchors(lines, readDates)
  const anchors = full.length >= fewestItems ? full : findAnchors(lines, readDates, yearsOver(lines))
  if (anchors.length < fewestItems) return { stories: [], skipped: [] }
  const items = readItems(lines, anchors)
  if (!areListed(items)) return { stories: [], skipped: [] }
  const sections = nameSections(items, lines)
  const addresses = ownAddresses(items)
  const stories = new Map<string, SourceStory>()
  const skipped = unplaced(lines, anchors, items)
  for (const [position, item] of items.entries()) {
    const { anchor, text, summary, headline } = item
    const section = sections[position] ?? null
    const story = { section, headline: text, date: anchor.date, summary, url: addresses(item), line: headline.line }
    // A page may print an item twice: in a feature above the list, in a column beside it.
    const key = `${fold(text)}|${anchor.date}`
    if (stories.has(key)) skipped.push({ line: headline.line, reason: 'printed-twice', text })
    else stories.set(key, story)
  }
  return { stories: [...stories.values()], skipped: skipped.toSorted((a, b) => a.line - b.line) }
}

/** For each line, the year that stands alone on the nearest line above it. */
function yearsOver(lines: PageLine[]): (number | undefined)[] {
  let year: number | undefined
  return lines.map(({ text }) => (year = /^(19|20)\d\d$/.test(text) ? Number(text) : year))
}

/** Dates that no item took. */
function unplaced(lines: PageLine[], anchors: Anchor[], items: DraftItem[]): Skipped[] {
  const placed = new Set(items.flatMap(({ anchor, headline }) => [anchor.index, headline.index]))
  return anchors.flatMap(({ index }): Skipped[] => {
    const line = lines[index]
    return placed.has(index) || !line ? [] : [{ line: line.line, reason: 'no-headline', text: line.text }]
  })
}

/** The address that an item links to, unless other headlines link there too: then it is a page that they share. */
function ownAddresses(items: DraftItem[]): (item: DraftItem) => string | null {
  const texts = new Map<string | null, Set<string>>()
  for (const { url, text } of items) texts.set(url, (texts.get(url) ?? new Set()).add(text))
  return ({ url }) => (texts.get(url)?.size === 1 ? url : null)
}
