import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { guessDayOrder } from './day-order.ts'
import { createDateReader } from './world-dates.ts'

describe('a day as it is printed', () => {
  test.each([
    ['ar', '15 ديسمبر 2022', '2022-12-15'],
    ['ar', '15 ديسمبر، 2022', '2022-12-15'],
    ['ar', 'ديسمبر 15، 2022', '2022-12-15'],
    ['ar', '٢٠٢٣/٠٥/٠٥', '2023-05-05'],
    ['ar', 'الخميس، 15 كانون الأول/ديسمبر 2022', '2022-12-15'],
    ['ar', '15 كانون الأول 2022', '2022-12-15'],
    ['ar', '5 أيار 2023', '2023-05-05'],
    ['ar', '05-05-2023', '2023-05-05'],
    ['ar', '15 دجنبر 2022', '2022-12-15'],
    ['fr', '15 déc. 2022', '2022-12-15'],
    ['fr', 'le 1er mai 2023', '2023-05-01'],
    ['fr', 'Jeudi 15 décembre 2022', '2022-12-15'],
    ['fr', '15/12/22', '2022-12-15'],
    ['de', '15. Dez. 2022', '2022-12-15'],
    ['de', '15.12.22', '2022-12-15'],
    ['de', 'Donnerstag, 15. Dezember 2022', '2022-12-15'],
    ['de', '1. März 2023', '2023-03-01'],
    ['de', '1. Jänner 2023', '2023-01-01'],
    ['es', '15 de diciembre de 2022', '2022-12-15'],
    ['es', '15 dic 2022', '2022-12-15'],
    ['es', 'diciembre 15, 2022', '2022-12-15'],
    ['es', '15 de septiembre del 2022', '2022-09-15'],
    ['es', '15 setiembre 2022', '2022-09-15'],
    ['tr', '15 Aralık 2022', '2022-12-15'],
    ['tr', '15 Ara 2022', '2022-12-15'],
    ['tr', '15.12.2022 Perşembe', '2022-12-15'],
    ['tr', 'ARALIK 15, 2022', '2022-12-15'],
    ['ru', '15 декабря 2022 г.', '2022-12-15'],
    ['ru', '15 дек. 2022', '2022-12-15'],
    ['ru', '15 Декабря 2022', '2022-12-15'],
    ['ru', 'Декабрь 15, 2022', '2022-12-15'],
    ['uk', '15 грудня 2022 р.', '2022-12-15'],
    ['uk', '15 груд. 2022', '2022-12-15'],
    ['uk', '15 грудня 2022 року', '2022-12-15'],
    ['en', 'Dec 15th, 2022', '2022-12-15'],
    ['en', '15-Dec-2022', '2022-12-15'],
    ['en', '2022-12-15T10:00:00Z', '2022-12-15'],
    ['en', 'Thu 15 Dec 2022 10:30', '2022-12-15'],
    ['en', 'December 15 2022', '2022-12-15'],
    ['en', '15 December, 2022', '2022-12-15'],
    ['en', 'Published: 15/12/2022 - 10:30', '2022-12-15'],
    ['en', '12.15.2022', '2022-12-15'],
    ['en', '2022/12/15', '2022-12-15'],
    ['en', '2022.12.15', '2022-12-15'],
    ['de', '15.12.2022, 10:30 Uhr', '2022-12-15'],
    ['fr', '15 décembre 2022 à 10h30', '2022-12-15'],
    ['fr', '1 er juin 2021', '2021-06-01'],
  ])('in %s: "%s"', (language, text, day) => {
    expect(createDateReader({ language })(text).map(({ date }) => date)).toEqual([day])
  })

  test.each(['15.XII.2022', '31 February 2023', '1.2.3', '2023', 'May 2023', '12/2023', '+43 1 50442677'])('"%s" is none', (text) => {
    expect(createDateReader({})(text)).toEqual([])
  })
})

test.each([
  ['24-27 April 2023', '2023-04-24', '2023-04-27'],
  ['28 November – 2 December 2022', '2022-11-28', '2022-12-02'],
  ['30 December – 2 January 2023', '2022-12-30', '2023-01-02'],
  ['April 25th to 28th, 2023', '2023-04-25', '2023-04-28'],
  ['the 7th and 9th of March 2023', '2023-03-07', '2023-03-09'],
])('"%s" is a range', (text, first, last) => {
  expect(createDateReader({ language: 'en' })(text)).toMatchObject([{ date: first, end: last }])
})

test('without a year, one that is known is taken', () => {
  const read = createDateReader({ language: 'en' })
  expect(read('On 3 April we met')).toEqual([])
  expect(read('On 3 April we met', 2023)).toEqual([{ date: '2023-04-03', end: '2023-04-03', from: 3, to: 10 }])
})

test('a day above twelve, or the run of the dates, says whether the day or the month is printed first', () => {
  expect(guessDayOrder('03/04/2023 and 05/25/2023', 'en-GB')).toBe('mdy')
  expect(guessDayOrder('03/04/2023 and 25/05/2023', 'en')).toBe('dmy')
  expect(guessDayOrder('05/06/2023, 05/04/2023, 04/11/2023', undefined)).toBe('mdy')
  expect(guessDayOrder('03/04/2023', 'en')).toBe('mdy')
  expect(guessDayOrder('03/04/2023', 'fr')).toBe('dmy')
})

test('every day that Intl prints is read back, wherever it stands', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  const language = fc.constantFrom('en', 'fr', 'de', 'es', 'tr', 'ru', 'uk', 'ar', 'pt', 'it', 'pl', 'nl', 'el', 'ka')
  fc.assert(
    fc.property(day, language, fc.constantFrom('long' as const, 'full' as const), (date, locale, dateStyle) => {
      const printed = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC', calendar: 'gregory' }).format(date)
      const [found] = createDateReader({ language: locale })(`« ${printed} »`)
      expect(found?.date).toBe(date.toISOString().slice(0, 10))
    }),
    { numRuns: 500 },
  )
})
