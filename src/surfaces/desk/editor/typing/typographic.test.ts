import { expect, test } from 'vitest'

import { quoteStyleOf } from './quote-styles.ts'
import { typographic } from './typographic.ts'

const narrow = '\u202f'

/** What comes of typing a text, key by key. */
function typed(text: string, language: string): string {
  return [...text].reduce((before, key) => {
    const change = typographic(before, key, language)
    return change ? before.slice(0, before.length - change.remove) + change.insert : before + key
  }, '')
}

test.each([
  ['en', `"The river 'Drina' rose," she said. It's "well" known.`, '“The river ‘Drina’ rose,” she said. It’s “well” known.'],
  [
    'fr',
    `Il dit "bonjour" et l'eau "monte" (voir "ici").`,
    `Il dit «${narrow}bonjour${narrow}» et l’eau «${narrow}monte${narrow}» (voir «${narrow}ici${narrow}»).`,
  ],
  ['fr', `Il dit "bonjour "`, `Il dit «${narrow}bonjour${narrow}»`],
  ['de', `Er sagte: "Das ist 'gut'." Wie geht's?`, 'Er sagte: „Das ist ‚gut‘.“ Wie geht’s?'],
  ['de-CH', `"Ja"`, '«Ja»'],
  ['de-AT', `"Ja"`, '„Ja“'],
  ['ru', `Он сказал: "Да". "Нет", - ответили`, 'Он сказал: «Да». «Нет», - ответили'],
  ['uk', `"Так"`, '«Так»'],
  ['tr', `"Evet" dedi. Türkiye'nin`, '“Evet” dedi. Türkiye’nin'],
  ['ar', `قال: "نعم"`, 'قال: «نعم»'],
  ['es', `"Hola", dijo`, '«Hola», dijo'],
  ['sv', `"Ja", sa hon`, '”Ja”, sa hon'],
  ['pl', `"Tak"`, '„Tak”'],
  ['xx', `"so"`, '“so”'],
])('quotation marks take the shape of the language: %s, %s', (language, keys, expected) => {
  expect(typed(keys, language)).toBe(expected)
})

test('hyphens become dashes and points an ellipsis, each only when it is meant', () => {
  expect(typed('pages 3--5, and --- so it goes... on', 'en')).toBe('pages 3–5, and — so it goes… on')
  expect(typed('a long-term, end.', 'en')).toBe('a long-term, end.')
  expect(typed('....', 'en')).toBe('….')
})

test('three hyphens alone stay for the rule that they make', () => {
  expect(typed('---', 'en')).toBe('–-')
})

test.each(['<a href="x">', 'print("x")', 'https://example.org/a--b?c="d"', 'www.example.org/a--b', "`it's`"])(
  'what machines read stays as typed: %s',
  (code) => {
    expect(typed(code, 'en')).toBe(code)
  },
)

test('a language without marks of its own takes those of its parent, then English ones', () => {
  expect(quoteStyleOf('fr-BE')).toEqual(quoteStyleOf('fr'))
  expect(quoteStyleOf('zh-Hant-TW')).toEqual(quoteStyleOf('zh-Hant'))
  expect(quoteStyleOf('tlh')).toEqual(quoteStyleOf('en'))
})

test('no language spaces or swaps its marks by accident: outer and inner are told apart', () => {
  for (const language of ['en', 'fr', 'de', 'ru', 'uk', 'tr', 'ar', 'es', 'it', 'pl', 'ro', 'sr', 'ka', 'hy', 'az', 'kk']) {
    const { open, close, innerOpen, innerClose } = quoteStyleOf(language)
    expect(open + close, language).not.toBe(innerOpen + innerClose)
  }
})
