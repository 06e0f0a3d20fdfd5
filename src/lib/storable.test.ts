import fc from 'fast-check'
import { expect, test } from 'vitest'

import { storable } from './storable.ts'

test('what no archive takes stands for nothing, and parts what it stood between', () => {
  expect(storable('java\0script: \ud800\udc00 \ud800 \udc00')).toBe('java\ufffdscript: \ud800\udc00 \ufffd \ufffd')
})

test('whatever is said can be stored, is as long as it was, and stays as it is from then on', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\0', '\u0001', '\ud83d', '\ude00', '\ufffd') }), (text) => {
      const stored = storable(text)
      expect([stored.isWellFormed(), stored.includes('\0'), stored.length]).toEqual([true, false, text.length])
      expect(storable(stored)).toBe(stored)
    }),
  )
})
