import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import type { KnownFacts } from './known-facts.ts'
import { factsBeforeFiling } from './known-facts.ts'
import { createFactFinder } from './suggest-facts.ts'
import type { Suggestion, SuggestionText } from './suggestion.ts'
import { suggestionSchema } from './suggestion.ts'

const suggest = createFactFinder(factsBeforeFiling())
const text = (headline: string, more: Partial<SuggestionText> = {}): SuggestionText => ({
  headline,
  summary: '',
  language: 'en',
  date: '2024-06-10',
  ...more,
})
const project = (found: Suggestion[]) => found.find((one) => one.kind === 'project')?.name ?? null
const places = (found: Suggestion[]) => found.flatMap((one) => (one.kind === 'place' ? [one.name] : []))
const codes = (found: Suggestion[]) => found.flatMap((one) => (one.kind === 'place' ? [one.code] : []))
const days = (found: Suggestion[]) => found.flatMap((one) => (one.kind === 'activity-dates' ? [[one.starts, one.ends]] : []))

describe('the project of a story', () => {
  test.each([
    ['REEDBED: Second call for gardens', '', 'REEDBED'],
    ['SUPPORT WEST: New pilots for the ferry', 'The SUPPORT WEST Project and its REED Mechanism train pilots.', 'SUPPORT WEST'],
    ['TIDES2 Project: Tables for pilots', 'The TIDES 2 project printed new tables.', 'TIDES 2'],
    ['CareNow project: A clinic on wheels', '', 'CareNow'],
    ['A clinic on wheels', 'It is run by the CareNow project team.', 'CareNow'],
    ['GREEN 10 plants reeds', 'The Garden Programme along the Canal – Phase 10 (GREEN 10) plants reeds.', 'GREEN 10'],
    ['Неделя на воде', 'В проекте ПРИЛИВ учатся лоцманы.', 'ПРИЛИВ'],
    ['Une semaine sur l’eau', 'Le projet MARÉES 2 forme les pilotes.', 'MARÉES 2'],
    ['UPDATE: The road is open', 'The Ministry of Roads (MOR) opened it.', null],
    ['Annual report: the year in figures', 'WHO and UNDP signed it.', null],
  ])('"%s" is about %#', (headline, summary, expected) => {
    expect(project(suggest(text(headline, { summary })))).toBe(expected)
  })

  test('is one of the register under any of its names, rather than what the text calls it', () => {
    const known: KnownFacts = { ...factsBeforeFiling(), projects: [{ slug: 'tidegauge', names: ['TIDEGAUGE', 'Gauges of the Strait'] }] }
    const found = createFactFinder(known)(text('OTHER: A word', { summary: 'Gauges of the Strait opens its third station.' }))
    expect(found).toContainEqual({
      kind: 'project',
      slug: 'tidegauge',
      name: 'Gauges of the Strait',
      passage: { field: 'summary', from: 0, to: 20 },
    })
  })

  test('is never the organisation that runs it', () => {
    const known: KnownFacts = { ...factsBeforeFiling(), organisations: new Set(['HYDRO']) }
    expect(project(createFactFinder(known)(text('Gates open', { summary: 'The HYDRO project team came.' })))).toBeNull()
  })
})

describe('the places of a story', () => {
  test.each([
    ['en', 'Study visit to Türkiye and the Czech Republic', ['Türkiye', 'Czech Republic']],
    ['en', 'Turkey and Türkiye are one place', ['Türkiye']],
    ['en', 'Polish authorities meet Central Asian NGOs', ['Poland', 'Central Asia']],
    ['en', 'Polish Embassy opens a library', []],
    ['en', 'Pilots in Peru’s Callao, Ilo and Pisco', ['Peru', 'Callao', 'Ilo', 'Pisco']],
    ['en', 'Peru’s National Water Law', ['Peru']],
    ['en', 'Hydrologists meet in Graz, Austria', ['Graz', 'Austria']],
    ['en', 'A week in Baku and Nairobi', ['Baku', 'Nairobi']],
    ['en', 'Jordan Miller takes office', []],
    ['en', 'Jordan, Lebanon and Côte d’Ivoire', ['Jordan', 'Lebanon', 'Côte d’Ivoire']],
    ['fr', 'Visite d’étude en Slovénie et au Maroc', ['Slovénie', 'Maroc']],
    ['de', 'Die Behörden Sloweniens besuchen die Türkei', ['Slowenien', 'Türkei']],
    ['es', 'Visita de estudio a Eslovenia y Perú', ['Eslovenia', 'Perú']],
    ['tr', 'Gürcistan’da çalıştay, mali destek', ['Gürcistan']],
    ['ru', 'Семинар в Молдове и Казахстане', ['Молдова', 'Казахстан']],
    ['uk', 'Делегація України відвідала Польщу', ['Україна', 'Польща']],
    ['ar', 'ورشة عمل بالأردن وللمغرب دور في لبنان', ['الأردن', 'المغرب', 'لبنان']],
  ])('in %s "%s"', (language, headline, expected) => {
    expect(places(suggest(text(headline, { language })))).toEqual(expected)
  })

  test('carry their ISO 3166-1 and UN M49 codes, and a city its country', () => {
    expect(codes(suggest(text('From Georgia to Central Asia')))).toEqual(['GE', '143'])
    expect(suggest(text('A week in Baku'))).toEqual([
      { kind: 'place', code: null, name: 'Baku', within: 'AZ', passage: { field: 'headline', from: 10, to: 14 } },
    ])
  })

  test('are the register’s own, under the newsroom’s names', () => {
    const own = { code: 'city/AL/lume', kind: 'city' as const, within: 'AL', name: { en: 'Lume' }, alternativeNames: [] }
    const known = { ...factsBeforeFiling(), places: [...factsBeforeFiling().places, own] }
    expect(codes(createFactFinder(known)(text('A bell for Lume')))).toEqual(['city/AL/lume'])
  })
})

describe('the days of an activity', () => {
  test.each([
    ['on 24-27 April 2024', [['2024-04-24', '2024-04-27']]],
    ['from April 25th to 28th, 2024', [['2024-04-25', '2024-04-28']]],
    ['between the 7th and 9th of March 2024', [['2024-03-07', '2024-03-09']]],
    ['On 3 April, a round table met', [['2024-04-03', '2024-04-03']]],
    ['between 28 November and 2 December', [['2023-11-28', '2023-12-02']]],
    ['On 12 December', [['2023-12-12', '2023-12-12']]],
    ['June 11, June 12, 2024', [['2024-06-11', '2024-06-12']]],
    ['founded on 4 June 1992', []],
    ['it may 10 years on have 5 people', []],
    ['a meeting on May 5 at 10 with 12 people', [['2024-05-05', '2024-05-05']]],
  ])('"%s"', (summary, expected) => {
    expect(days(suggest(text('A headline', { summary })))).toEqual(expected)
  })

  test.each([
    ['fr', 'du 24 au 27 avril', ['2024-04-24', '2024-04-27']],
    ['de', 'am 3. April', ['2024-04-03', '2024-04-03']],
    ['es', 'el 5 de mayo', ['2024-05-05', '2024-05-05']],
    ['tr', "12 Mayıs'ta", ['2024-05-12', '2024-05-12']],
    ['ru', 'с 5 по 7 мая', ['2024-05-05', '2024-05-07']],
    ['uk', '14–16 травня', ['2024-05-14', '2024-05-16']],
    ['ar', 'في 5 مايو', ['2024-05-05', '2024-05-05']],
  ])('in %s "%s" have the year of the release', (language, summary, expected) => {
    expect(days(suggest(text('…', { language, summary })))).toEqual([expected])
  })
})

test('every suggestion points at its passage and passes its schema, whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Türkiye', "Peru's Callao, Ilo", 'REED 2 project', '5 May', '31.12.2023', '٥ مايو', 'Польши', ' ', ', ', 'and '),
  )
  const field = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(field, field, fc.constantFrom('en', 'ru', 'ar', 'tr', 'de'), (headline, summary, language) => {
      for (const found of suggest(text(headline, { summary, language }))) {
        expect(suggestionSchema.parse(found)).toEqual(found)
        const said = (found.passage.field === 'headline' ? headline : summary).slice(found.passage.from, found.passage.to)
        expect(said).not.toBe('')
        if (found.kind === 'project') expect(found.name.replace(/\s/g, '')).toBe(said.replace(/\s/g, ''))
      }
    }),
  )
})

const examples = fileURLToPath(new URL('../../../../shared/examples/', import.meta.url))
const truthSchema = z.object({
  items: z.array(
    z.object({
      headline: z.string(),
      date: z.string(),
      teaser: z.string(),
      project: z.string().nullable(),
      places: z.array(z.string()),
      event_dates: z.array(z.string()),
    }),
  ),
})

test.runIf(existsSync(`${examples}seed-listing.txt`))('a real archive gives what its readers found in it', () => {
  const lines = readFileSync(`${examples}seed-listing.txt`, 'utf8').split('\n')
  const { items } = truthSchema.parse(JSON.parse(readFileSync(`${examples}seed-listing.truth.json`, 'utf8')))
  for (const { headline, date, teaser, ...truth } of items) {
    const summary = lines.find((line) => line.startsWith(teaser.trim().slice(0, 60))) ?? ''
    const found = suggest(text(headline, { summary, date }))
    expect({
      project: project(found),
      places: places(found).toSorted(),
      event_dates: days(found).map(([starts, ends]) => (starts === ends ? starts : `${starts}/${ends}`)),
    }).toEqual({ ...truth, places: truth.places.toSorted() })
  }
})
