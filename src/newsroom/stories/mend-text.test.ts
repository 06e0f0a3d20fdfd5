import fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyBody } from '#test/any-body.ts'
import { ferry } from '#test/newsroom.ts'

import { bodyText } from './body-text.ts'
import type { Block } from './body.ts'
import { bodySchema } from './body.ts'
import { findPlaces } from './find-places.ts'
import { mendText } from './mend-text.ts'
import { replaceInBody } from './replace-in-body.ts'

const bodyOf = (...content: Block[]) => ({ type: 'doc' as const, content })
const paragraph = (...content: string[]) => ({
  type: 'paragraph' as const,
  content: content.map((text) => ({ type: 'text' as const, text })),
})
const turkey = (prefix: string, suffix: string) => ({ exact: 'Turkey', prefix, suffix })

test('a name is replaced where the check found it, and nowhere else', () => {
  const content = ferry({
    headline: 'Turkey sails',
    summary: 'To Turkey.',
    body: bodyOf(paragraph('From Turkey to Turkey.'), paragraph('Turkey!')),
  })
  const mended = mendText(content, [
    { field: 'headline', place: turkey('', ' sails'), by: 'Türkiye' },
    { field: 'body', place: turkey('From Turkey to ', '.\nTurkey!'), by: 'Türkiye' },
  ])
  expect(mended).toEqual({
    ...content,
    headline: 'Türkiye sails',
    body: bodyOf(paragraph('From Turkey to Türkiye.'), paragraph('Turkey!')),
  })
})

test('of places that are alike each has words of its own, though the new words hold the old ones', () => {
  const place = { exact: 'Macedonia', prefix: '', suffix: '' }
  const mends = [1, 2, 3].map(() => ({ field: 'body' as const, place, by: 'North Macedonia' }))
  const { body } = mendText(ferry({ body: bodyOf(paragraph('Macedonia, Macedonia, Macedonia')) }), mends)
  expect(bodyText(body)).toBe('North Macedonia, North Macedonia, North Macedonia')
  expect(findPlaces('Macedonia', [place, place])).toEqual([{ from: 0, to: 9 }, null])
})

test('what is not there any more is left alone', () => {
  const content = ferry()
  expect(mendText(content, [{ field: 'summary', place: turkey('', ''), by: 'Türkiye' }])).toEqual(content)
})

test('words keep the look of their first letter; notes, quotes and embeds are mended too', () => {
  const bold = [{ type: 'bold' as const }]
  const body = bodyOf(
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'In ' },
        { type: 'text', text: 'Tur', marks: bold },
        { type: 'text', text: 'key' },
        { type: 'footnote', attrs: { text: 'Turkey, again.' } },
      ],
    },
    { type: 'blockquote', attrs: { attribution: 'A lady of Turkey' }, content: [paragraph('Ice.')] },
    { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'Turkey on ice' } },
  )
  const mends = [turkey('In ', '\nIce.'), turkey('lady of ', '\n'), turkey('\n', ' on ice'), turkey('\n', ', again.')].map((place) => ({
    field: 'body' as const,
    place,
    by: 'Türkiye',
  }))
  expect(mendText(ferry({ body }), mends).body).toEqual(
    bodyOf(
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'In ' },
          { type: 'text', text: 'Türkiye', marks: bold },
          { type: 'footnote', attrs: { text: 'Türkiye, again.' } },
        ],
      },
      { type: 'blockquote', attrs: { attribution: 'A lady of Türkiye' }, content: [paragraph('Ice.')] },
      { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'Türkiye on ice' } },
    ),
  )
})

test('in any body any stretch of a line says the new words, and the rest what it said', () => {
  fc.assert(
    fc.property(anyBody, fc.nat(), fc.integer({ min: 1, max: 12 }), (stored, start, length) => {
      const read = bodySchema.safeParse(stored)
      fc.pre(read.success)
      const body = read.data ?? bodyOf()
      const text = bodyText(body)
      fc.pre(text !== '')
      const from = start % text.length
      const to = Math.min(text.length, from + length)
      fc.pre(!/\n/.test(text.slice(from, to)))
      const replaced = replaceInBody(body, [{ from, to, by: 'XX' }])
      expect(bodyText(replaced)).toBe(text.slice(0, from) + 'XX' + text.slice(to))
      expect(bodyText(body)).toBe(text)
    }),
  )
})
