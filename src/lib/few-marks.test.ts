import { expect, test } from 'vitest'

import { fewMarks } from './few-marks.ts'
import { fold } from './fold.ts'
import { slugify } from './slugify.ts'

test('letters keep the marks that languages give them', () => {
  expect(fewMarks('Ẩn, ệ, שָׁלוֹם, नि')).toBe('Ẩn, ệ, שָׁלוֹם, नि')
  expect(fewMarks(`a${'\u0301'.repeat(20)}b`)).toBe(`a${'\u0301'.repeat(8)}b`)
})

test('a letter under a million marks is folded and made an address as soon as any other', () => {
  const stacked = `rive${'\u0301\u0323'.repeat(500_000)}r`
  expect(fold(stacked)).toBe('river')
  expect(slugify(`${stacked} rose`)).toBe('rive')
})
