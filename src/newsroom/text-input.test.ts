import fc from 'fast-check'
import { expect, test } from 'vitest'

import { assignmentInput } from './assignments/assign-story.ts'
import { commentInput } from './comments/add-comment.ts'
import { viewInput } from './desk-lists/save-view.ts'
import { requiredWords } from './entries/entry-input.ts'
import { keyInput } from './keys/make-key.ts'
import { givenInput, profileInput } from './members/member-input.ts'
import { privateLinkInput } from './private-links/make-private-link.ts'
import { translatedInput } from './register-input.ts'
import { lineInput, nameInput, textInput } from './text-input.ts'

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

test('nobody and nothing is called by what cannot be seen', () => {
  const invisible = ['\u200b', '\u2060\u200d', '\u00ad', '\u3164', '\u2800', '\u{e0041}\u{e0042}', '\u0301', ' \u200f ']
  for (const name of invisible) expect(nameInput(120).safeParse(name).success, JSON.stringify(name)).toBe(false)
  for (const name of ['Ana', 'و', '渡', '7', '😀', '…', 'نامه\u200cنگار']) expect(nameInput(120).parse(name)).toBe(name)
  expect(nameInput(3).safeParse('Anna').success).toBe(false)
})

const named: [string, (name: string) => boolean][] = [
  ['a member', (name) => givenInput.shape.name.safeParse(name).success],
  ['a profile', (name) => profileInput.shape.name.safeParse(name).success],
  ['a key', (name) => keyInput.shape.name.safeParse(name).success],
  ['a view', (name) => viewInput.shape.name.safeParse(name).success],
  ['a private link', (name) => privateLinkInput.shape.forWhom.safeParse(name).success],
  ['a task', (name) => assignmentInput.shape.task.safeParse(name).success],
  ['a comment', (name) => commentInput.shape.words.safeParse(name).success],
  ['an entry of a register', (name) => requiredWords(200).safeParse({ en: name }).success],
  ['a newsroom', (name) => translatedInput.safeParse({ en: name }).success],
]

test.each(named)('%s shows something', (_, isTaken) => {
  expect(isTaken('Ana')).toBe(true)
  expect(isTaken('\u200b\u2060\u00ad')).toBe(false)
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
