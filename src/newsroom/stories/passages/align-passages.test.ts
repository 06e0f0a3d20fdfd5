import { expect, test } from 'vitest'

import { alignPassages } from './align-passages.ts'
import type { Said } from './passage.ts'

const paragraph = (text: string): Said => ({ kind: 'paragraph', inlines: [{ type: 'text', text }] })
/** A text in which no two letters come twice one after the other, unlike any other number's. */
const letters = (number: number): string =>
  String.fromCodePoint(...Array.from({ length: 300 }, (_, n) => 0x4e00 + ((number * 300 + n) % 20_000)))
/** Some paragraphs, and what became of them: each is a little longer, and one came before them all. */
const changed = (many: number) => {
  const before = Array.from({ length: many }, (_, number) => paragraph(letters(number)))
  const after = [paragraph('Ice.'), ...before.map((_, number) => paragraph(`${letters(number)}!`))]
  return alignPassages(before, after)
}

test('each paragraph is matched with the one that it is most like', () => {
  expect(changed(40)).toEqual([null, ...Array.from({ length: 40 }, (_, number) => number)])
})

test('where that would take too long, they are matched as they come', () => {
  expect(changed(190)).toEqual([...Array.from({ length: 190 }, (_, number) => number), null])
})
