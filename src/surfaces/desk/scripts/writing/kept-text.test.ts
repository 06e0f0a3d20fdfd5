import { expect, test } from 'vitest'

import type { KeptText } from './kept-text.ts'
import { emptySeats, isPast, newestOfEach, sortKept } from './kept-text.ts'

const kept = (id: string, over: Partial<KeptText> = {}): KeptText => ({
  id,
  edition: 'ferry',
  member: 'ana',
  madeFrom: 1,
  base: {},
  fields: {},
  at: 1000,
  isSent: false,
  isAside: false,
  ...over,
})

test('of what a tab wrote last, and what it could still write as it went, the newer counts', () => {
  const [newest, ...others] = newestOfEach([kept('a'), kept('a', { at: 2000, fields: { headline: ['New'] } })])
  expect(newest?.fields).toEqual({ headline: ['New'] })
  expect(others).toEqual([])
})

test('a tab goes on with what it had not sent, lists what broken tabs and choices left, and leaves living tabs alone', () => {
  const some = [kept('own'), kept('broken'), kept('living'), kept('sent', { isSent: true }), kept('chosen', { isAside: true })]
  const { goOn, listed } = sortKept(some, { seat: 'own', living: new Set(['own', 'living']) })
  expect(goOn?.id).toBe('own')
  expect(listed.map(({ id }) => id)).toEqual(['broken', 'chosen'])
})

test('what was sent is not put back', () => {
  expect(sortKept([kept('own', { isSent: true })], { seat: 'own', living: new Set() })).toEqual({ goOn: undefined, listed: [] })
})

test('a new tab sits down where a broken one wrote what nobody has yet', () => {
  const some = [
    kept('sent', { isSent: true, at: 5000 }),
    kept('old'),
    kept('unsent', { at: 3000 }),
    kept('living'),
    kept('aside', { isAside: true }),
  ]
  expect(emptySeats(some, new Set(['living']))).toEqual(['unsent', 'old', 'sent'])
})

test('after thirty days nothing is kept', () => {
  const day = 86_400_000
  expect(isPast(kept('a', { at: 0 }), 30 * day)).toBe(false)
  expect(isPast(kept('a', { at: 0 }), 31 * day)).toBe(true)
})
