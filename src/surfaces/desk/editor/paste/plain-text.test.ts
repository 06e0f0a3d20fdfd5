import { expect, test } from 'vitest'

import { plainBlocks } from './plain-text.ts'

test('without empty lines each line is a paragraph; with them they part the paragraphs', () => {
  expect(plainBlocks('one\r\ntwo\n')).toEqual([
    { kind: 'paragraph', lines: ['one'] },
    { kind: 'paragraph', lines: ['two'] },
  ])
  expect(plainBlocks('one\ntwo\n\nthree')).toEqual([
    { kind: 'paragraph', lines: ['one', 'two'] },
    { kind: 'paragraph', lines: ['three'] },
  ])
})

test('lines that a mail program wrapped are joined again', () => {
  const first = 'The hydrologists of both countries stood on the same bridge'
  expect(plainBlocks(`Dear all,\n\n${first}\nand wrote down the same number.\n\nAna`)).toContainEqual({
    kind: 'paragraph',
    lines: [`${first} and wrote down the same number.`],
  })
})

test('hyphens, bullets and numbers make lists, a dash within a sentence does not', () => {
  expect(plainBlocks('- one\n– two\n\n3. three\nit is – so\n-5 degrees')).toEqual([
    { kind: 'bulletList', items: ['one', 'two'] },
    { kind: 'orderedList', items: ['three'] },
    { kind: 'paragraph', lines: ['it is – so', '-5 degrees'] },
  ])
})
