import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import fc from 'fast-check'
import { z } from 'zod'
import { describe, expect, test } from 'vitest'

import { fold } from '#lib/fold.ts'

import type { InventedItem, Invention } from './fixtures/invent-listing.ts'
import { dateStyles, htmlLayouts, inventListing, textLayouts } from './fixtures/invent-listing.ts'
import { inventedNews } from './fixtures/invented-news.ts'
import { readListingHtml } from './read-listing-html.ts'
import { readListingText } from './read-listing-text.ts'

const seen = ({ stories }: ReturnType<typeof readListingText>) => stories.map(({ section, headline, date }) => [section, headline, date])

describe('a listing as text', () => {
  test('gives label, headline, date and summary, and no label to a story that has none', () => {
    const { stories, skipped } = readListingText(
      [
        'Field Notes\nREEDBED: Second call for community gardens\n\n05 May 2023\n',
        'Towns along the canal may ask for up to 40,000 euros.\n\nTowns along the canal may ask for up to 40,000 euros.\n',
        'Ferry pilots learn to read the tide\n\n04 May 2023\n\nTwelve pilots spent a week on the water.\n',
        'Field Notes\nWho owns the well?\n\n30 December 2022\n\nThe answer took three meetings and one map.\n',
      ].join('\n'),
      { language: 'en' },
    )
    expect(stories.map(({ section, headline, date, summary }) => ({ section, headline, date, summary }))).toEqual([
      {
        section: 'Field Notes',
        headline: 'REEDBED: Second call for community gardens',
        date: '2023-05-05',
        summary: 'Towns along the canal may ask for up to 40,000 euros.',
      },
      {
        section: null,
        headline: 'Ferry pilots learn to read the tide',
        date: '2023-05-04',
        summary: 'Twelve pilots spent a week on the water.',
      },
      {
        section: 'Field Notes',
        headline: 'Who owns the well?',
        date: '2022-12-30',
        summary: 'The answer took three meetings and one map.',
      },
    ])
    expect(skipped).toEqual([])
  })

  test('gives each group of stories the heading that stands over it', () => {
    const page = readListingText(
      'From us\n\nThe ferry sails again\n\n5 May 2023\n\nA new bell for the harbour\n\n2 May 2023\n\nFrom others\n\nThe ferry in the papers\n\n1 May 2023\n\nA harbour in a novel\n\n3 April 2023\n',
      { language: 'en' },
    )
    expect(seen(page)).toEqual([
      ['From us', 'The ferry sails again', '2023-05-05'],
      ['From us', 'A new bell for the harbour', '2023-05-02'],
      ['From others', 'The ferry in the papers', '2023-05-01'],
      ['From others', 'A harbour in a novel', '2023-04-03'],
    ])
  })

  test('takes a date in a headline for the activity’s, not for the story’s', () => {
    const page = readListingText(
      '13 June 2016 | Harbour office\n\nPublic schedule of the pilots: June 14, 2016\n\n12 June 2016 | Harbour office\n\nPublic schedule of the pilots: June 13, 2016\n\n10 June 2016 | Harbour office\n\nThe new lock opens to boats\n',
      { language: 'en' },
    )
    expect(seen(page)).toEqual([
      ['Harbour office', 'Public schedule of the pilots: June 14, 2016', '2016-06-13'],
      ['Harbour office', 'Public schedule of the pilots: June 13, 2016', '2016-06-12'],
      ['Harbour office', 'The new lock opens to boats', '2016-06-10'],
    ])
  })

  test('takes the year from the line above that is a year alone', () => {
    const page = readListingText(
      '2023\n\n5 May – The ferry sails again\n\n2 February – A new bell for the harbour\n\n2022\n\n30 December – Seed for the delta\n',
      { language: 'en' },
    )
    expect(seen(page)).toEqual([
      [null, 'The ferry sails again', '2023-05-05'],
      [null, 'A new bell for the harbour', '2023-02-02'],
      [null, 'Seed for the delta', '2022-12-30'],
    ])
  })

  test('says with its line which date it could not place, and which story was printed twice', () => {
    const list = 'The ferry sails again\n\n5 May 2023\n\nA new bell for the harbour\n\n2 May 2023\n'
    const { stories, skipped } = readListingText(`3 May 2023\n\n${list}\n${list}`, { language: 'en' })
    expect(stories).toHaveLength(2)
    expect(skipped).toEqual([
      { line: 1, reason: 'no-headline', text: '3 May 2023' },
      { line: 11, reason: 'printed-twice', text: 'The ferry sails again' },
      { line: 15, reason: 'printed-twice', text: 'A new bell for the harbour' },
    ])
  })
})

describe('a listing as HTML', () => {
  test('keeps the address of each story, and none that several stories share', () => {
    const item = (href: string, headline: string, day: number) => `<li><a href="${href}">${headline}</a> <span>${day} May 2023</span></li>`
    const html = `<ul>${item('ferry.html', 'The ferry sails again', 5)}${item('/all', 'A new bell for the harbour', 4)}${item('/all', 'Seed for the delta', 3)}</ul>`
    const { stories } = readListingHtml(html, { language: 'en', baseUrl: 'https://old.example/news/' })
    expect(stories.map(({ headline, url }) => [headline, url])).toEqual([
      ['The ferry sails again', 'https://old.example/news/ferry.html'],
      ['A new bell for the harbour', null],
      ['Seed for the delta', null],
    ])
  })

  test('reads the day of a time element that says "two days ago"', () => {
    const item = (headline: string, day: string) =>
      `<article><h2>${headline}</h2><time datetime="${day}T09:00Z">2 days ago</time></article>`
    const page = readListingHtml(item('The ferry sails again', '2023-05-05') + item('A new bell for the harbour', '2023-05-03'), {})
    expect(seen(page)).toEqual([
      [null, 'The ferry sails again', '2023-05-05'],
      [null, 'A new bell for the harbour', '2023-05-03'],
    ])
  })

  test('finds nothing in what a reader of the page does not see', () => {
    const item = '<p>5 May 2023</p><h2>The ferry sails again</h2>'
    expect(
      readListingHtml(`<script>${item}${item}</script><template>${item}</template><div hidden>${item}${item}</div>`, {}).stories,
    ).toEqual([])
  })

  test('refuses a page that leaves thousands of elements open', () => {
    expect(() => readListingHtml('<div>'.repeat(100_000), {})).toThrow('more than 2000 elements open')
  })
})

describe('a page that is no listing', () => {
  const pages = {
    'a story with comments':
      '<h1>The ferry sails again</h1><p>5 May 2023</p><p>The ferry left the harbour at nine, and everybody had come to see it go.</p>' +
      [
        ['Ana', 'Well done, all of you on the quay.'],
        ['Bo Lind', 'We waited eleven years for this morning.'],
        ['Céline Arnaud', 'And the coffee on board is good again.'],
      ]
        .map(([name, text]) => `<div><b>${name}</b><i>6 May 2023 at 10:12</i><p>${text}</p></div>`)
        .join(''),
    'terms of use':
      '<h1>Terms of use</h1><p>In force since 1 May 2018. Last changed on 3 June 2021.</p><p>Replaces the terms of 4 April 2012.</p>',
    'an essay with dates':
      '<p>On 5 May 2023 the river rose. By 7 May 2023 it was in the cellars.</p><p>It had not done so since 12 June 1987, when my mother was a child.</p>',
    'release numbers': '<h3>1.2.10 Fixes</h3><p>The list of things mended.</p><h3>1.2.11 More fixes</h3><p>The list of other things.</p>',
    'opening hours': '<ul><li>Monday 09:00–17:00</li><li>Tuesday 09:00–17:00</li><li>Closed on 24.12.2023 and 31.12.2023</li></ul>',
  }
  test.each(Object.entries(pages))('%s gives no story', (_, html) => {
    expect(readListingHtml(html, { language: 'en' }).stories).toEqual([])
    expect(readListingText(html.replace(/<[^>]+>/g, '\n\n'), { language: 'en' }).stories).toEqual([])
  })
})

describe('listings of every layout', () => {
  const layouts = [...Object.keys(textLayouts), ...Object.keys(htmlLayouts)]

  test.each(layouts)('"%s" comes out as it was printed, in eight languages', (layout) => {
    const counts = { right: 0, invented: 0, missed: 0 }
    fc.assert(
      fc.property(inventions(layout), (invention) => {
        const { source, isHtml, shown } = inventListing(invention)
        const read = isHtml ? readListingHtml : readListingText
        const wanted = new Set(shown.map(keyOf))
        const found = read(source, { language: invention.language }).stories.map(keyOf)
        const right = found.filter((key) => wanted.has(key)).length
        counts.right += right
        counts.invented += found.length - right
        counts.missed += wanted.size - right
      }),
      { numRuns: 120, seed: 2023 },
    )
    // Where nothing but dates and headlines is printed, the side on which a headline stands cannot always be told.
    expect((2 * counts.right) / (2 * counts.right + counts.invented + counts.missed)).toBeGreaterThan(0.96)
  })

  test('no text and no page makes it fail or name a line that is not there', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('5 May 2023', '\n', '<li>', '<h2>', '</div>', '٥ مايو ٢٠٢٣', '31.02.2023', '•', '|'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        for (const { stories, skipped } of [readListingText(source, {}), readListingHtml(source, {})]) {
          for (const { line } of [...stories, ...skipped]) expect(line).toBeLessThanOrEqual(source.split(/\r\n|\r|\n/).length)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const keyOf = ({ headline, date }: { headline: string; date: string | null }) => `${headline}|${date}`

function inventions(layout: string): fc.Arbitrary<Invention> {
  const languages = Object.keys(inventedNews)
  return fc
    .record({
      language: fc.constantFrom(...languages),
      hasSummaries: fc.boolean(),
      hasSections: fc.boolean(),
      size: fc.integer({ min: 4, max: 10 }),
    })
    .chain(({ language, hasSummaries, hasSections, size }) =>
      fc.record({
        language: fc.constant(language),
        layout: fc.constant(layout),
        dates: fc.constantFrom(...Object.keys(dateStyles)),
        items: itemsIn(language, { hasSummaries: hasSummaries || layout === 'headline, summary, date', hasSections, size }),
        hasMenu: fc.boolean(),
        isTight: fc.boolean(),
      }),
    )
}

function itemsIn(language: string, has: { hasSummaries: boolean; hasSections: boolean; size: number }): fc.Arbitrary<InventedItem[]> {
  const { news = [], labels = [] } = inventedNews[language] ?? {}
  const chosen = fc.shuffledSubarray(news, { minLength: has.size, maxLength: has.size })
  const days = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: has.size, maxLength: has.size })
  return fc.record({ chosen, days, first: fc.integer({ min: 0, max: 600 }) }).map(({ chosen, days, first }) =>
    chosen.map(([headline, summary], position) => {
      const age = days.slice(0, position).reduce((sum, gap) => sum + gap, first)
      const date = Temporal.PlainDate.from('2024-12-28').subtract({ days: age }).toString()
      const section = has.hasSections ? (labels[position % labels.length] ?? null) : null
      return { headline, summary: has.hasSummaries ? summary : null, date, section }
    }),
  )
}

const examples = fileURLToPath(new URL('../../../../../shared/examples/', import.meta.url))
const truthSchema = z.object({
  language: z.string().optional(),
  items: z.array(
    z.object({
      headline: z.string(),
      date: z.string().nullable(),
      section: z.string().nullish(),
      teaser: z.string().nullish(),
      optional: z.boolean().optional(),
    }),
  ),
})

describe.runIf(existsSync(`${examples}listings`))('real pages', () => {
  test('a news archive comes out as its truth', () => {
    const truth = truthOf(`${examples}seed-listing.truth.json`)
    const { stories } = readListingText(readFileSync(`${examples}seed-listing.txt`, 'utf8'), { language: 'en' })
    expect(seen({ stories, skipped: [] })).toEqual(truth.items.map(({ section, headline, date }) => [section, headline, date]))
    for (const [position, { teaser }] of truth.items.entries()) expect(stories[position]?.summary).toContain(teaser?.trim())
  })

  test('nineteen stories of twenty are found, and hardly one is invented', () => {
    const pages = readdirSync(`${examples}listings`).filter((name) => /\.(txt|html)$/.test(name))
    const counts = { right: 0, invented: 0, missed: 0 }
    for (const name of pages) {
      const { language, items } = truthOf(`${examples}listings/${name.replace(/\.\w+$/, '.truth.json')}`)
      const read = name.endsWith('html') ? readListingHtml : readListingText
      const found = read(readFileSync(`${examples}listings/${name}`, 'utf8'), language ? { language } : {}).stories.map(foldedKey)
      const wanted = new Set(items.filter(({ optional }) => !optional).map(foldedKey))
      const right = found.filter((key) => wanted.has(key)).length
      counts.right += right
      counts.invented += found.length - right
      counts.missed += wanted.size - right
    }
    expect((2 * counts.right) / (2 * counts.right + counts.invented + counts.missed)).toBeGreaterThan(0.98)
  })
})

const truthOf = (path: string) => truthSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
const foldedKey = ({ headline, date }: { headline: string; date: string | null }) => `${fold(headline).replace(/\s+/g, ' ')}|${date}`
