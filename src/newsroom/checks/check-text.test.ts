import { describe, expect, test } from 'vitest'

import { levelsFrom } from '../settings/house-rules.ts'
import { defaultLevels } from './finding.ts'
import { checkHeadings } from './check-headings.ts'
import { checkSummary, checkSummaryLength } from './check-summary.ts'
import { heading, linked, paragraph, textOf } from './checks.fixture.ts'
import type { Known } from './find-findings.ts'
import { findFindings } from './find-findings.ts'

const known: Known = {
  levels: defaultLevels,
  houseStyle: [],
  stateOf: () => 'unknown',
  day: '2026-05-05',
  funding: [],
  rules: [],
  acronyms: new Set(),
  untranslated: 0,
}

describe('what no house can do without', () => {
  const off = { ...defaultLevels, summary: 'off' } as const
  const found = (text: ReturnType<typeof textOf>) => findFindings(text, { ...known, levels: off }).map(({ level, id }) => `${level} ${id}`)

  test('a text without a headline is not released', () => {
    expect(found(textOf('en', { headline: ' ' }))).toEqual(['block headline-1'])
    expect(found(textOf('en', { headline: 'Ice' }))).toEqual([])
  })

  test('an activity does not end before it begins, whatever the house has set', () => {
    const days = (starts: string, ends?: string) => textOf('en', { headline: 'Ice', starts, ...(ends && { ends }) })
    expect(found(days('2026-11-09', '2026-11-06'))).toEqual(['block activity-days-1'])
    for (const ends of [undefined, '2026-11-09', '2027-01-02']) expect(found(days('2026-11-09', ends))).toEqual([])
  })

  test('whoever gave the days of an activity is asked what happened on them', () => {
    const days = { headline: 'Ice', starts: '2026-05-05' }
    expect(found(textOf('en', { ...days, type: '' }))).toEqual(['warn activity-1'])
    expect(found(textOf('en', { ...days, type: 'workshop' }))).toEqual([])
  })
})

describe('a translation', () => {
  test('what still waits in the words of its source blocks, unless the house says otherwise', () => {
    const found = (untranslated: number, level: 'block' | 'warn' | 'off' = defaultLevels.translation) =>
      findFindings(textOf('fr', { headline: 'Gel', summary: 'Il gèle.' }), {
        ...known,
        levels: { ...defaultLevels, translation: level },
        untranslated,
      }).map(({ level: is, says }) => [is, says])
    expect(found(0)).toEqual([])
    expect(found(5)).toEqual([['block', { code: 'passages not translated', passages: 5 }]])
    expect(found(5, 'warn')).toEqual([['warn', { code: 'passages not translated', passages: 5 }]])
    expect(found(5, 'off')).toEqual([])
  })

  test('a house that set its levels before there was this check has it at its default', () => {
    expect(levelsFrom({ summary: 'warn' })).toEqual({ ...defaultLevels, summary: 'warn' })
  })
})

describe('the summary', () => {
  test('a text without one is told so', () => {
    expect(checkSummary(textOf('en', { summary: '  ' }))).toMatchObject([{ says: { code: 'summary missing' } }])
    expect(checkSummary(textOf('ar', { summary: 'تعود العبّارة.' }))).toEqual([])
  })

  test('characters are counted as readers count them', () => {
    expect(checkSummaryLength(textOf('ar', { summary: 'عَ'.repeat(300) }))).toEqual([])
    expect(checkSummaryLength(textOf('fr', { summary: 'é'.repeat(301) }))).toMatchObject([{ says: { characters: 301, longest: 300 } }])
  })
})

describe('headings', () => {
  const codes = (...levels: (2 | 3 | 4)[]) =>
    checkHeadings(textOf('en', { body: levels.map((level) => heading(level, 'The river')) })).map(({ says }) => says.code)

  test('the first is of level 2 and none skips one', () => {
    expect(codes(2, 3, 4, 2, 3)).toEqual([])
    expect(codes(3)).toEqual(['heading first'])
    expect(codes(2, 4)).toEqual(['heading jumps'])
  })

  test('one without words is told of, and the place of another is found', () => {
    const body = [paragraph('It sails.'), heading(2, ''), paragraph('It sails.'), heading(4, 'It sails.')]
    expect(checkHeadings(textOf('en', { body }))).toEqual([
      { field: 'body', says: { code: 'heading empty' } },
      {
        field: 'body',
        place: { exact: 'It sails.', prefix: 'It sails.\nIt sails.\n', suffix: '' },
        says: { code: 'heading jumps', level: 4, after: 2 },
      },
    ])
  })
})

describe('all checks together', () => {
  const text = textOf('en', { headline: 'The river', body: [heading(3, 'The river'), linked('See ', 'here', '/news/never')] })

  test('what blocks comes first, and each finding has a name of its own', () => {
    expect(findFindings(text, known).map(({ id, level }) => `${level} ${id}`)).toEqual([
      'block summary-1',
      'block links-1',
      'warn headings-1',
      'warn link-words-1',
    ])
  })

  test('a check that is off finds nothing', () => {
    const levels = { ...defaultLevels, summary: 'off', links: 'off', headings: 'block' } as const
    expect(findFindings(text, { ...known, levels }).map(({ id }) => id)).toEqual(['headings-1', 'link-words-1'])
  })

  test('a link to what is not public yet never blocks', () => {
    const findings = findFindings(text, { ...known, stateOf: () => 'later' })
    expect(findings.find(({ check }) => check === 'links')).toMatchObject({ level: 'warn', says: { code: 'link is not public yet' } })
  })
})
