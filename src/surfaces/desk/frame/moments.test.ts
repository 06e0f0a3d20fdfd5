import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { wallTime } from '#lib/wall-time.ts'

import { instantIn, momentInWords, timeInWords } from './moments.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Chisinau',
  'Asia/Tashkent',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

describe('what a form says of a moment, in the newsroom’s zone', () => {
  test.each([
    ['2026-05-05T12:00', 'Europe/Chisinau', '2026-05-05T09:00:00Z'],
    ['2026-01-05T12:00', 'Europe/Chisinau', '2026-01-05T10:00:00Z'],
    ['2026-05-05T12:00', 'Asia/Kathmandu', '2026-05-05T06:15:00Z'],
    ['2026-05-05T12:00:30', 'UTC', '2026-05-05T12:00:30Z'],
    // Clocks go forward: half past two is not there, and half past three is meant.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // Clocks go back: half past two is there twice, and the first is meant.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
  ])('%s in %s is %s', (wall, zone, instant) => {
    expect(instantIn(wall, zone)).toEqual(new Date(instant))
  })

  test.each([
    '',
    'tomorrow',
    '2026-02-30T12:00',
    '2026-13-01T12:00',
    '2026-05-05T24:30',
    '2026-05-05',
    '05.05.2026 12:00',
    '2026-05-05T12:00Z',
    '2026-05-05T12:00[UTC]',
  ])('“%s” is no moment', (wall) => {
    expect(instantIn(wall, 'Europe/Berlin')).toBeUndefined()
  })

  test('a moment goes into a form and comes back the same minute, but for the hour that is there twice', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const wall = wallTime(at, zone)
        const back = instantIn(wall, zone)
        const minute = Math.floor(at.getTime() / 60_000) * 60_000
        expect(back && wallTime(back, zone)).toBe(wall)
        expect([0, 30, 60].map((minutes) => minute - minutes * 60_000)).toContain(back?.getTime())
      }),
      { numRuns: 500 },
    )
  })
})

test('a moment is told in the words and the zone of who reads it', () => {
  const at = new Date('2026-05-05T22:30:00Z')
  expect(momentInWords(at, 'Europe/Chisinau', 'en')).toBe('6 May 2026, 01:30')
  expect(momentInWords(at, 'America/New_York', 'en')).toBe('5 May 2026, 18:30')
  expect(momentInWords(at, 'Europe/Chisinau', 'fr')).toMatch(/6 mai 2026.*01:30/)
  expect(momentInWords(new Date('2026-12-01T09:00:00Z'), 'Europe/Chisinau', 'fr')).toMatch(/^1er déc\. 2026/)
  expect(timeInWords(at, 'Europe/Chisinau', 'ar')).toMatch(/01:30/)
})
