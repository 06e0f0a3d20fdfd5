import { expect, test } from 'vitest'

import { uuid7 } from './uuid7.ts'

test('ids made in one millisecond sort as they were made', () => {
  const now = new Date('2026-05-05T09:00:00Z')
  const ids = Array.from({ length: 10_000 }, () => uuid7(now))
  expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ids)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids[0]).toMatch(
    /^019df760-6d80-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$|^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('an id tells when it was made', () => {
  const now = new Date('2026-05-06T09:00:00Z')
  expect(Number.parseInt(uuid7(now).replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
})
