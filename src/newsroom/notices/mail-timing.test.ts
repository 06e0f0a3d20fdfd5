import { expect, test } from 'vitest'

import { lastDigestAt, waitAfter } from './mail-timing.ts'

test.each([
  ['Europe/Chisinau', '2026-05-05T03:59:59.999Z', '2026-05-04T04:00:00Z', 'a second before seven it is yesterday’s'],
  ['Europe/Chisinau', '2026-05-05T04:00:00Z', '2026-05-05T04:00:00Z', 'at seven it is today’s'],
  ['Europe/Chisinau', '2026-03-29T03:59:00Z', '2026-03-28T05:00:00Z', 'on the day that summer time begins, before seven'],
  ['Europe/Chisinau', '2026-03-29T04:00:00Z', '2026-03-29T04:00:00Z', 'on the day that summer time begins, at seven'],
  ['Europe/Chisinau', '2026-10-25T04:30:00Z', '2026-10-24T04:00:00Z', 'on the day that summer time ends, before seven'],
  ['Europe/Chisinau', '2026-10-25T05:00:00Z', '2026-10-25T05:00:00Z', 'on the day that summer time ends, at seven'],
  ['Pacific/Kiritimati', '2026-05-05T12:00:00Z', '2026-05-04T17:00:00Z', 'where it is tomorrow already'],
  ['Asia/Kathmandu', '2026-05-05T01:15:00Z', '2026-05-05T01:15:00Z', 'where the hours are a quarter off'],
  ['Pacific/Apia', '2011-12-30T11:00:00Z', '2011-12-29T17:00:00Z', 'after a day that was left out'],
])('in %s at %s the last digest was due at %s: %4$s', (timeZone, now, due) => {
  expect(lastDigestAt(new Date(now), timeZone)).toEqual(new Date(due))
})

test('a day has one digest, also where the clocks change', () => {
  const hours = Array.from({ length: 24 * 366 }, (_, hour) => new Date(Date.UTC(2026, 0, 1, hour)))
  const digests = new Set(hours.map((hour) => lastDigestAt(hour, 'Europe/Chisinau').getTime()))
  expect(digests.size).toBe(367)
})

test('tries come ever more rarely, and within the hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1000].map((tries) => waitAfter(tries) / 60_000)).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
})
