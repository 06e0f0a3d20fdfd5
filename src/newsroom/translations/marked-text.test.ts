import fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyBody } from '#test/any-body.ts'
import { ferry } from '#test/newsroom.ts'

import { bodySchema } from '../stories/body.ts'
import type { Inline } from '../stories/body.ts'
import { passagesOf } from '../stories/passages/map-passages.ts'
import { fromMarked, linksOf, toMarked } from './marked-text.ts'

test('a passage with marks reads as people write it', () => {
  const link = { type: 'link' as const, attrs: { href: 'https://example.org/ferry' } }
  const inlines: Inline[] = [
    { type: 'text', text: 'R&D said 1 < 2 of the ' },
    { type: 'text', text: 'new ', marks: [link] },
    { type: 'text', text: 'ferry', marks: [link, { type: 'bold' }] },
    { type: 'footnote', attrs: { text: '1' } },
    { type: 'hardBreak' },
    { type: 'text', text: '<b>' },
  ]
  expect(toMarked(inlines, linksOf(inlines))).toBe('R&D said 1 < 2 of the <a1>new <b>ferry</b></a1><n1/><br/>&lt;b>')
})

test('whatever a passage says, it reads the same from its marked text, for people and for programs', () => {
  fc.assert(
    fc.property(anyBody, fc.boolean(), (body, isStrict) => {
      for (const { inlines } of passagesOf(ferry({ body: bodySchema.parse(body) }))) {
        const links = linksOf(inlines)
        expect(fromMarked(toMarked(inlines, links, isStrict), links)).toEqual({ inlines })
      }
    }),
  )
})

test.each([
  ['<b>never closed', { tag: '<b>', why: 'not closed' }],
  ['never </i>opened', { tag: '</i>', why: 'never opened' }],
  ['<b>crossed <i>over</b></i>', { tag: '</b>', why: 'never opened' }],
  ['<a2>no such link</a2>', { tag: '<a2>', why: 'unknown' }],
])('%s is told by the tag that is wrong', (text, wrong) => {
  expect(fromMarked(text, ['https://example.org/'])).toEqual({ wrong })
})

test('marks that are opened without end are refused at once', () => {
  expect(fromMarked('<b>x'.repeat(100_000), [])).toEqual({ wrong: { tag: '<b>', why: 'unknown' } })
})
