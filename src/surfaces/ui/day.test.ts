import { expect, test } from 'vitest'

import { dayInWords, daysInWords } from './day.ts'

test('a day is its number, a whole month and a year', () => {
  expect(dayInWords('2023-05-05', 'en')).toBe('5 May 2023')
  expect(dayInWords('2023-05-05', 'fr')).toBe('5 mai 2023')
  expect(dayInWords('2023-05-05', 'ru')).toMatch(/^5 мая 2023/)
})

test('the first day of a month is said as French says it', () => {
  expect(dayInWords('2026-10-01', 'fr')).toBe('1er octobre 2026')
  expect(daysInWords('2026-10-01', '2026-10-21', 'fr')).toMatch(/^1er\s?[–-]\s?21 octobre 2026$/u)
  expect(dayInWords('2026-10-01', 'en')).toBe('1 October 2026')
})

test('an Arabic day has an Arabic month and digits that match the facts beside it', () => {
  expect(dayInWords('2023-05-05', 'ar')).toMatch(/^5 مايو.* 2023$/)
})

test('days of one activity say the month once', () => {
  expect(daysInWords('2023-04-24', '2023-04-27', 'en').replace(/\s*–\s*/u, '–')).toBe('24–27 April 2023')
  expect(daysInWords('2023-04-24', '2023-04-24', 'en')).toBe('24 April 2023')
  expect(daysInWords('2023-04-24', null, 'en')).toBe('24 April 2023')
})

test('of days that run backwards the first stands alone', () => {
  expect(daysInWords('2026-11-09', '2026-11-06', 'en')).toBe('9 November 2026')
})
