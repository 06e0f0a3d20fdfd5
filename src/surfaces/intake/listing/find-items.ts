import { fold } from '#lib/fold.ts'
import type { WorldDate } from '#lib/world-dates.ts'

import type { Skipped, SourceStory } from '../source-story.ts'
import type { DatedPage, DraftItem } from './draft-item.ts'
import type { Anchor } from './find-anchors.ts'
import { findAnchors } from './find-anchors.ts'
import { joinDates } from './join-dates.ts'
import { itemsBesideDates } from './items-beside-dates.ts'
import { itemsInBoxes } from './items-in-boxes.ts'
import { itemsInLines } from './items-in-lines.ts'
import { kindsOf } from './line-kinds.ts'
import { nameSections } from './name-sections.ts'
import type { PageLine } from './page-line.ts'
import { areListed, weighItems } from './weigh-items.ts'

export type Found = { stories: SourceStory[]; skipped: Skipped[] }

const fewestItems = 2

/** The items of a listing, by its dates; nothing where a page has too few to be one. */
export function findItems(printed: PageLine[], readDates: (text: string) => WorldDate[]): Found {
  const lines = joinDates(printed, readDates)
  const anchors = findAnchors(lines, readDates)
  if (anchors.length < fewestItems) return { stories: [], skipped: [] }
  const items = bestReading(lines, anchors)
  if (!areListed(items)) return { stories: [], skipped: [] }
  const stories = once(items, nameSections(items, lines))
  const placed = new Set(items.map(({ anchor }) => anchor))
  const headlines = new Set(items.map(({ headline }) => headline.index))
  const skipped = anchors.flatMap((anchor): Skipped[] => {
    const line = lines[anchor.index]
    return placed.has(anchor) || headlines.has(anchor.index) || !line ? [] : [{ line: line.line, reason: 'no-headline', text: line.text }]
  })
  return { stories, skipped }
}

/** A page is read in each way that listings are written; the way for which most speaks is the page's own. */
function bestReading(lines: PageLine[], anchors: Anchor[]): DraftItem[] {
  const dated = new Set(anchors.map(({ index }) => index))
  const readings = [false, true].flatMap((stopsCloseHeadlines) => {
    const kinds = kindsOf(lines, (index) => dated.has(index), stopsCloseHeadlines)
    const page = (isOfPage: (anchor: Anchor) => boolean): DatedPage => ({ lines, kinds, anchors: anchors.filter(isOfPage) })
    const beside = weighed(itemsBesideDates(page(({ mayHoldHeadline }) => mayHoldHeadline)), 1)
    return [
      beside,
      ...formsOfDates.flatMap((forms) => readingsApart(page(({ form, mayStandApart }) => mayStandApart && forms.includes(form)))),
    ]
  })
  return readings.reduce((best, reading) => (reading.weight > best.weight ? reading : best)).items
}

function readingsApart(page: DatedPage): Reading[] {
  return [weighed(itemsInBoxes(page), favourOfBoxes), weighed(itemsInLines(page, 'after'), 1), weighed(itemsInLines(page, 'before'), 1)]
}

// A list writes its dates in one form; the others on its page are dates that a headline or a notice names.
const formsOfDates: Anchor['form'][][] = [['whole'], ['whole', 'leads'], ['whole', 'trails'], ['whole', 'leads', 'trails', 'within']]

// What an element holds together belongs together: lines have to speak much louder.
const favourOfBoxes = 1.25

type Reading = { items: DraftItem[]; weight: number }

function weighed(items: DraftItem[], favour: number): Reading {
  return { items, weight: weighItems(items) * favour }
}

/** A page may print an item twice: in a feature above the list, in a column beside it. */
function once(items: DraftItem[], sections: (string | null)[]): SourceStory[] {
  const seen = new Set<string>()
  return items.flatMap(({ anchor, headline, text, summary }, position): SourceStory[] => {
    const key = `${fold(text)}|${anchor.date}`
    if (seen.has(key) || !/\p{L}{2}/u.test(text)) return []
    seen.add(key)
    return [
      {
        section: sections[position] ?? null,
        headline: text,
        date: anchor.date,
        summary,
        url: headline.link?.href ?? null,
        line: headline.line,
      },
    ]
  })
}
