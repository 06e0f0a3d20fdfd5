import { describe, expect, test } from 'vitest'

import type { StyleEntry } from './check-house-style.ts'
import { checkHouseStyle } from './check-house-style.ts'
import { paragraph, textOf } from './checks.fixture.ts'
import { defaultHouseStyle } from './default-house-style.ts'

const house = defaultHouseStyle(['en', 'fr', 'ru', 'ar', 'tr'])

const mends = (language: string, words: string, entries: readonly StyleEntry[] = house) =>
  checkHouseStyle(textOf(language, { body: [paragraph(words)] }), entries).map(({ place, mend }) => [place?.exact, mend?.replaceBy])

describe('names as the house writes them', () => {
  test.each([
    ['en', 'The ferry goes to Turkey on Monday.', ['Turkey', 'Türkiye']],
    ['en', 'Turkey’s captains and Turkey-based pilots agreed.', ['Turkey', 'Türkiye']],
    ['en', 'FERRIES FROM TURKEY ARRIVE', ['TURKEY', 'TÜRKIYE']],
    ['en-GB', 'Two delegates came from the Czech  Republic.', ['Czech  Republic', 'Czechia']],
    ['fr', 'La Macédoine envoie deux bateaux.', ['Macédoine', 'Macédoine du Nord']],
    ['ru', 'Паром идёт в Киргизии, а не на море.', ['Киргизии', 'Кыргызстана']],
    ['ar', 'سافر الوفد إلى سوازيلاند أمس.', ['سوازيلاند', 'إسواتيني']],
    ['ar', 'اجتمعت الدولتان وسوازيلاند في المدينة.', ['سوازيلاند', 'إسواتيني']],
    ['tr', 'Heyet Kiev’de iki gün kaldı.', ['Kiev', 'Kıyiv']],
  ])('in %s: %s', (language, words, mend) => {
    expect(mends(language, words)[0]).toEqual(mend)
  })

  test.each([
    ['en', 'He ate turkey at the harbour.'],
    ['en', 'Turkeyfish swim here.'],
    ['en', 'North Macedonia sent a boat.'],
    ['en', 'See https://example.org/Turkey/ferries or write to desk@Turkey.example.'],
    ['fr', 'The ferry goes to Swazilandia.'],
    ['ru', 'Turkey'],
    ['tr', 'Kuzey Makedonya bir gemi gönderdi.'],
    ['ar', 'وصل القارب إلى ميناء إسواتيني.'],
  ])('in %s nothing is wrong with: %s', (language, words) => {
    expect(mends(language, words)).toEqual([])
  })

  test('a word in small letters is found at the beginning of a sentence, and mended with its capital', () => {
    const entries = [{ wrong: 'e-mail', right: 'email', language: 'en' }]
    expect(mends('en', 'E-mail the e-mail.', entries)).toEqual(
      [
        ['e-mail', 'email'],
        ['E-mail', 'Email'],
      ].toReversed(),
    )
  })

  test('Turkish capitals keep their dots', () => {
    const entries = [{ wrong: 'Kiev', right: 'Kıyiv', language: 'tr' }]
    expect(mends('tr', 'KİEV VE LVİV', entries)).toEqual([['KİEV', 'KIYİV']])
  })

  test('headline and summary are looked at too, and a place says what stands around it', () => {
    const found = checkHouseStyle(textOf('en', { headline: 'Kiev answers', summary: 'A letter came from Kiev today.' }), house)
    expect(found.map(({ field, place }) => [field, place])).toEqual([
      ['headline', { exact: 'Kiev', prefix: '', suffix: ' answers' }],
      ['summary', { exact: 'Kiev', prefix: 'A letter came from ', suffix: ' today.' }],
    ])
  })
})
