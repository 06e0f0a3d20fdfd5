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
  // Of few items each is often there, of many each is rare, of both some are.
  const often = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const rare = fc.nat({ max: 60 }).map((n) => `rare${n}`)
  for (const [item, maxLength] of [[often, 150] as const, [rare, 300] as const, [fc.oneof(often, rare), 300] as const]) {
    const list = fc.array(item, { maxLength, size: 'max' })
    fc.assert(
      fc.property(list, list, (one, other) => {
        const same = compareLists(one, other, new Patience(60_000)).flatMap(({ kind, items }) => (kind === 'same' ? items : []))
        expect(inCommon(one, other)).toBe(same.length)
      }),
      { numRuns: 50 },
    )
  }
})

test('a book of 20,000 words is compared with its reverse in time', () => {
  const book = Array.from({ length: 20_000 }, (_, i) => `word${i % 7000}`)
  expect(inCommon(book, book.toReversed())).toBeLessThan(book.length / 2)
})

test('one word a thousand times over takes no longer than a thousand words', () => {
  const long = (first: string, last: string) => [first, ...Array.from({ length: 27_000 }, () => 'ferry'), last]
  const began = performance.now()
  expect(inCommon(long('one', 'end'), long('two', 'stop'))).toBe(27_000)
  expect(performance.now() - began).toBeLessThan(1500)
})

test('what would take too long is not said, but what both begin and end with takes none', () => {
  const [one, other] = [of('a ferry sails again'), of('a bus stops again')]
  expect(inCommon(one, other, 2)).toBe(2)
  expect(inCommon(one, other, 1)).toBeUndefined()
  const book = Array.from({ length: 300_000 }, (_, n) => `word${n % 7}`)
  expect(inCommon(book, book.with(150_000, 'ice'))).toBe(299_999)
  expect(inCommon(book, book.toReversed())).toBeUndefined()
})
