import { expect, test } from 'vitest'

import { isMostlyOther } from './read-authorship.ts'

test('a text is mostly other when less than half of it stands where it stood', () => {
  expect(isMostlyOther(['The', 'ferry', 'sails', 'again'], ['The', 'ferry', 'rests', 'today'])).toBe(false)
  expect(isMostlyOther(['The', 'ferry', 'sails', 'again'], ['The', 'bus', 'rests', 'today'])).toBe(true)
})

test('who changed more than anybody can count in time counts as one of its writers', () => {
  const book = (first: string, last: string) => [first, ...Array.from({ length: 40_000 }, () => 'ferry'), last]
  expect(isMostlyOther(book('The', 'again'), book('A', 'today'))).toBe(true)
  expect(isMostlyOther(book('The', 'again'), book('The', 'today'))).toBe(false)
})
