import { describe, expect, test } from 'vitest'

import { checkYears } from './check-years.ts'
import { paragraph, textOf } from './checks.fixture.ts'

type Over = Parameters<typeof textOf>[1]
const found = (language: string, words: string, over: Over = {}) =>
  checkYears(textOf(language, { body: words.split('\n').map(paragraph), ...over })).map(({ place }) => place?.exact)

describe('days without a year', () => {
  test.each([
    ['en', 'The workshop was held on 24-27 April in Galați.', '24-27 April'],
    ['en', 'It opened on May 5th with songs.', 'May 5th'],
    ['fr', 'L’atelier s’est tenu le 24 avril à Galați.', '24 avril'],
    ['ru', 'Семинар прошёл 24 апреля в Галаце.', '24 апреля'],
    ['ar', 'عُقدت الورشة في 24 أبريل في غالاتس.', '24 أبريل'],
    ['tr', 'Çalıştay 24 Nisan’da yapıldı.', '24 Nisan’da'],
  ])('in %s: %s', (language, words, day) => {
    expect(found(language, words)).toEqual([day])
  })

  test.each([
    ['en', 'The workshop was held on 24-27 April 2023 in Galați. On 25 April they sailed.'],
    ['en', 'In 2023 the workshop was held on 24 April.'],
    ['en', 'They may 10 times ask, and march 3 miles.'],
    ['en', 'About 24 boats, 3 of them new.'],
    ['fr', 'L’atelier s’est tenu le 24 avril 2023.'],
    ['ru', 'Семинар прошёл 24 апреля 2023 года.'],
    ['ar', 'عُقدت الورشة في 24 أبريل ٢٠٢٣.'],
    ['tr', 'Çalıştay 24 Nisan 2023’te yapıldı.'],
  ])('in %s the year is there: %s', (language, words) => {
    expect(found(language, words)).toEqual([])
  })

  test('the facts of the activity settle its days, and no others', () => {
    const words = 'It began on 24 April, and on 26 April they sailed.\nThe next one is on 3 June.'
    expect(found('en', words, { starts: '2023-04-24', ends: '2023-04-27' })).toEqual(['3 June'])
  })

  test('a day is told of once', () => {
    expect(found('en', 'It began on 24 April.\nOn 24 April it rained.')).toEqual(['24 April'])
  })

  test('a stretch of days is told of once, and those of other centuries are left alone', () => {
    expect(found('fr', 'Il court du 15 août au 30 septembre.')).toEqual(['15 août'])
    expect(found('ar', 'يمتد من 15 أغسطس إلى 30 سبتمبر.')).toEqual(['15 أغسطس'])
    expect(found('en', 'The page is dated Thursday 3 February 1881.')).toEqual([])
  })

  test('the dateline settles its own day', () => {
    expect(found('en', 'On 17 March the ferry sailed.', { dateline: '2023-03-17' })).toEqual([])
  })
})
