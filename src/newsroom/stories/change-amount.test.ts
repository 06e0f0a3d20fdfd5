import fc from 'fast-check'
import { expect, test } from 'vitest'

import { inCommon } from '#lib/in-common.ts'
import { wordsOf } from '#lib/words.ts'
import { ferry } from '#test/newsroom.ts'

import { changeAmount } from './change-amount.ts'

const paragraphs = (...texts: string[]) => ({
  type: 'doc' as const,
  content: texts.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
})

test('words that came and went are counted, wherever in the text they stand', () => {
  const before = ferry({ headline: 'The ferry sails', summary: 'Forty lorries.', body: paragraphs('It carries forty lorries a day.') })
  expect(changeAmount(before, before)).toEqual({ added: 0, removed: 0, facts: 0 })
  const longer = { ...before, body: paragraphs('It carries fifty heavy lorries a day.', 'And no bus.') }
  expect(changeAmount(before, longer)).toEqual({ added: 5, removed: 1, facts: 0 })
  expect(changeAmount(longer, before)).toEqual({ added: 1, removed: 5, facts: 0 })
})

test('a new headline takes its address along and is one change; a new address alone is a fact', () => {
  const before = ferry({ headline: 'The ferry sails', slug: 'the-ferry-sails' })
  expect(changeAmount(before, { ...before, headline: 'The ferry rests', slug: 'the-ferry-rests' })).toEqual({
    added: 1,
    removed: 1,
    facts: 0,
  })
  expect(changeAmount(before, { ...before, slug: 'ferry', places: ['RO'], byline: 'Ana' })).toEqual({ added: 0, removed: 0, facts: 3 })
})

test('words in bold are the same words', () => {
  const bold = { type: 'text' as const, text: 'Forty', marks: [{ type: 'bold' as const }] }
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [bold, { type: 'text' as const, text: ' a day.' }] }],
  }
  expect(changeAmount(ferry({ body: paragraphs('Forty a day.') }), ferry({ body }))).toEqual({ added: 0, removed: 0, facts: 0 })
})

test('what both texts begin and end with is left out of the count without changing it', () => {
  const text = fc
    .array(fc.constantFrom('ferry', 'river', 'ice', ' ', '. ', '\n', 'نهر', '渡船'), { maxLength: 40 })
    .map((some) => some.join(''))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [was, is] = [one, other].map((summary) => wordsOf(`The ferry\n${summary}\nIt sails.`))
      const same = inCommon(was ?? [], is ?? []) ?? NaN
      const [before, after] = [one, other].map((summary) => ferry({ headline: 'The ferry', summary, body: paragraphs('It sails.') }))
      expect(before && after && changeAmount(before, after)).toMatchObject({
        added: (is ?? []).length - same,
        removed: (was ?? []).length - same,
      })
    }),
  )
})

test('a book that is all other words is counted while nobody waits', () => {
  const book = (letter: string) => paragraphs(Array.from({ length: 20_000 }, (_, n) => `${letter}${(n * 7919) % 20_011}`).join(' '))
  const [before, after] = [ferry({ body: book('a') }), ferry({ body: book('b') })]
  const began = performance.now()
  expect(changeAmount(before, after)).toMatchObject({ added: 20_000, removed: 20_000 })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('what would take too long to count is not counted', () => {
  const book = (letter: string) => paragraphs(Array.from({ length: 40_000 }, () => letter).join(' '))
  expect(changeAmount(ferry({ body: book('a') }), ferry({ body: book('b') }))).toBeUndefined()
})
