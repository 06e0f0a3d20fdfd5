import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findPlace } from '#newsroom/stories/find-places.ts'

import { quotePlace } from './quote-place.ts'

test('a place is found again where the same words stand more than once', () => {
  const text = 'The river rose. The crew waited. The river fell.'
  const second = text.lastIndexOf('The river')
  const place = quotePlace(text, second, second + 'The river'.length)
  expect(place).toEqual({ exact: 'The river', prefix: 'The river rose. The crew waited. '.slice(-32), suffix: ' fell.' })
  expect(place && findPlace(text, place)).toEqual({ from: second, to: second + 9 })
})

test('a place moves with its words when the text before it changes, and is gone with them', () => {
  const place = { exact: 'measured', prefix: 'was ', suffix: ' twice' }
  expect(findPlace('It had rained. The level was measured twice. We measured.', place)).toEqual({ from: 29, to: 37 })
  expect(findPlace('It had rained.', place)).toBeNull()
})

test('every stretch of any text is found again; white space alone is no place', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'ن'), maxLength: 60 }),
      fc.nat(60),
      fc.nat(20),
      (text, at, length) => {
        const from = Math.min(at, text.length)
        const place = quotePlace(text, from, from + length)
        const found = place && findPlace(text, place)
        const exact = text.slice(from, from + length)
        expect(found ? text.slice(found.from, found.to) : '').toBe(exact.trim() === '' ? '' : exact)
      },
    ),
  )
})
