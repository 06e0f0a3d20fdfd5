import fc from 'fast-check'
import { expect, test } from 'vitest'

import { headlineParts, headlineQuery } from './headline-parts.ts'

test('a headline is found by each of its words from each letter on, and not by its last letter alone', () => {
  expect(headlineParts('Ferry, Äsch')).toEqual(['ferry', 'erry', 'rry', 'ry', 'asch', 'sch', 'ch'])
  expect(headlineParts('100 % – a “B”')).toEqual(['100', '00', 'a', 'b'])
})

test('a letter of more than one unit is never cut', () => {
  expect(headlineParts('𐐨𐐩𐐪')).toEqual(['𐐨𐐩𐐪', '𐐩𐐪'])
})

test('what is typed asks for each word once; signs alone ask for nothing', () => {
  expect(headlineQuery('Chișinău ferry FERRY')).toBe("'chisinau':* & 'ferry':*")
  expect(headlineQuery(`'); drop \\ % & | ! <->`)).toBe("'drop':*")
  expect(headlineQuery(' – % ')).toBeUndefined()
})

test('any stretch of at least two letters of a word, as long as an index entry, begins a part of its headline', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ن', '渡', '7'), minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(word, fc.nat(38), fc.integer({ min: 2, max: 24 }), (headline, from, length) => {
      const typed = [...headline].slice(from, from + length).join('')
      fc.pre([...typed].length >= 2)
      const asked = /^'(.*)':\*$/.exec(headlineQuery(typed) ?? '')?.[1] ?? '?'
      expect(headlineParts(headline).some((part) => part.startsWith(asked))).toBe(true)
    }),
  )
})
