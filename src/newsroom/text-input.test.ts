import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lineInput, textInput } from './text-input.ts'

const signs = fc.constantFrom(
  'a',
  'é',
  'أ',
  '😀',
  ' ',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u001b',
  '\u0085',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2067',
  '\ud800',
  '\udc00',
)

test('what nobody sees, or what turns letters around, is left out; what texts of both directions need stays', () => {
  expect(textInput(100).parse(' One\u0000\u0007\r\ntwo \u202egnp.exe\u202c \u009bthree\u200f \ud800 ')).toBe(
    'One\r\ntwo gnp.exe\u202c three\u200f \ufffd',
  )
  expect(lineInput(100).parse('\tOne\r\n\u2028two\u0085 three\u2067أب\u2069')).toBe('One two three\u2067أب\u2069')
})

test('what is empty but for what nobody sees is empty', () => {
  expect(lineInput(10).min(1).safeParse('\u0001\u202e\n ').success).toBe(false)
  expect(lineInput(1).parse('\u0000\u0000a\u0000')).toBe('a')
})

test('what was taken in once is taken in again as it is', () => {
  const [several, line] = [textInput(1000), lineInput(1000)]
  fc.assert(
    fc.property(fc.string({ unit: signs }), (text) => {
      for (const input of [several, line]) expect(input.parse(input.parse(text))).toBe(input.parse(text))
      // oxlint-disable-next-line no-control-regex -- there are none
      expect(line.parse(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202d\u202e\u2028\u2029]/)
    }),
  )
})
