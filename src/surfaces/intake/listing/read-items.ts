import type { DatedPage, DraftItem } from './draft-item.ts'
import type { Anchor } from './find-anchors.ts'
import { itemsBesideDates } from './items-beside-dates.ts'
import { itemsInBoxes } from './items-in-boxes.ts'
import { itemsInLines } from './items-in-lines.ts'
import { kindsOf } from './line-kinds.ts'
import type { PageLine } from './page-line.ts'
import { weighItems } from './weigh-items.ts'

/** A page is read in each way that listings are written; the way for which most speaks is the page's own. */
export function readItems(lines: PageLine[], anchors: Anchor[]): DraftItem[] {
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
