import { expect, test } from 'vitest'

import { instantIn } from './moments.ts'

test.each([
  ['2026-05-05T12:00', 'Europe/Chisinau', '2026-05-05T09:00:00.000Z'],
  ['2026-01-05T12:00', 'Europe/Chisinau', '2026-01-05T10:00:00.000Z'],
  ['2026-03-29T04:30', 'Europe/Bucharest', '2026-03-29T01:30:00.000Z'],
  ['2026-05-05T12:00', 'Asia/Kathmandu', '2026-05-05T06:15:00.000Z'],
])('%s in %s is one instant for everyone', (wall, zone, instant) => {
  expect(instantIn(wall, zone)?.toISOString()).toBe(instant)
})

test('what is no time is no instant', () => {
  expect(instantIn('tomorrow', 'UTC')).toBeUndefined()
})
