import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareLists, Patience } from './compare-texts.ts'
import { inCommon } from './in-common.ts'

const of = (text: string): string[] => text.split(' ')

test('what stands in one order counts, what stands in another does not', () => {
  expect(inCommon(of('a ferry sails again'), of('a ferry sails again'))).toBe(4)
  expect(inCommon(of('a ferry sails again'), of('again sails ferry a'))).toBe(1)
  expect(inCommon(of('a ferry sails again'), of('the ferry will sail again'))).toBe(2)
  expect(inCommon([], of('a ferry'))).toBe(0)
  expect(inCommon(of('a ferry'), [])).toBe(0)
})

test('it is what a comparison leaves as it was, however long the lists', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 150 })
  fc.assert(
    fc.property(list, list, (one, other) => {
      const same = compareLists(one, other, new Patience(60_000)).flatMap(({ kind, items }) => (kind === 'same' ? items : []))
      expect(inCommon(one, other)).toBe(same.length)
    }),
  )
})

test('a book of 20,000 words is compared with its reverse in time', () => {
  const book = Array.from({ length: 20_000 }, (_, i) => `word${i % 7000}`)
  expect(inCommon(book, book.toReversed())).toBeLessThan(book.length / 2)
})
