import { expect, test } from 'vitest'

import { spoken, wordsIn } from './words-in.ts'

test.each(Object.keys(spoken))('the site leaves no word unsaid in %s', (language) => {
  for (const [name, word] of Object.entries(wordsIn(language))) if (typeof word === 'string') expect(word.trim(), name).not.toBe('')
  expect(wordsIn(language).page(2, 9)).toMatch(/2.*9|٢.*٩/)
})

test('stories are counted as each language counts', () => {
  expect(wordsIn('en').stories(1)).toBe('1 story')
  expect([1, 3, 5, 21].map(wordsIn('ru').stories)).toEqual(['1 материал', '3 материала', '5 материалов', '21 материал'])
})

test('a reader of a language that we do not speak gets English, and of a regional form its language', () => {
  expect(wordsIn('ka').news).toBe('News')
  expect(wordsIn('fr-CA').news).toBe('Actualités')
})
