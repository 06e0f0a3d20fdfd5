import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cutText, legible } from './legible.ts'

test('a text keeps its lines and loses what a terminal would obey', () => {
  expect(legible('One\u0000\ttwo\r\n\u001b]0;owned\u0007three\u009b2J \ud800')).toBe('One\ttwo\r\n]0;ownedthree2J \ufffd')
})

test('a cut never leaves half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, limit) => {
      const cut = cutText(text, limit)
      expect(cut.isWellFormed()).toBe(true)
      expect(text.startsWith(cut)).toBe(true)
      expect(cut.length).toBeLessThanOrEqual(limit)
    }),
  )
})
