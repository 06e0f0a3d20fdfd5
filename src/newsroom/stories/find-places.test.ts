import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Place } from '../checks/finding.ts'
import { findPlaces } from './find-places.ts'

const sharedLength = (one: string, other: string): number => {
  const differs = [...one].findIndex((letter, at) => letter !== other[at])
  return differs < 0 ? one.length : differs
}
const backwards = (text: string): string => [...text].toReversed().join('')

/** The same, looked up letter by letter. */
function plainly(text: string, places: readonly Place[]): ({ from: number; to: number } | null)[] {
  const taken: { from: number; to: number }[] = []
  return places.map(({ exact, prefix, suffix }) => {
    const [best] = [...text]
      .flatMap((_, from) => (exact !== '' && text.startsWith(exact, from) ? [{ from, to: from + exact.length }] : []))
      .filter(({ from, to }) => !taken.some((other) => from < other.to && other.from < to))
      .map((span) => ({
        span,
        likeness: sharedLength(suffix, text.slice(span.to)) + sharedLength(backwards(prefix), backwards(text.slice(0, span.from))),
      }))
      .toSorted((a, b) => b.likeness - a.likeness || a.span.from - b.span.from)
    if (best) taken.push(best.span)
    return best?.span ?? null
  })
}

const words = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: most })

test('of all places that say so each takes the one whose surroundings agree best, and of those the first', () => {
  const place = fc.record({ exact: words(3), prefix: words(6), suffix: words(6) })
  fc.assert(
    fc.property(words(60), fc.array(place, { maxLength: 5 }), (text, places) => {
      expect(findPlaces(text, places)).toEqual(plainly(text, places))
    }),
  )
})

test('the words of a text that says one thing only are found while nobody waits', () => {
  const text = 'a'.repeat(20_000)
  const place = { exact: 'a', prefix: 'a'.repeat(500), suffix: 'a'.repeat(500) }
  const began = performance.now()
  const found = findPlaces(
    text,
    Array.from({ length: 100 }, () => place),
  )
  expect(found.slice(0, 2)).toEqual([
    { from: 500, to: 501 },
    { from: 501, to: 502 },
  ])
  expect(performance.now() - began).toBeLessThan(2000)
})

test('in a text of a million letters some places are found, and those that would take too long are not', () => {
  const text = 'a'.repeat(1_000_000)
  const places = Array.from({ length: 100 }, () => ({ exact: 'a', prefix: '', suffix: '' }))
  expect(findPlaces(text, places).map((span) => span?.from ?? null)).toEqual(places.map((_, at) => (at < 10 ? at : null)))
})
