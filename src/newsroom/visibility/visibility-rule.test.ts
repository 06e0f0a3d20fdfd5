import { describe, expect, test } from 'vitest'

import { checkFunderRules, checkStatements } from '../checks/check-statements.ts'
import type { VisibilityRule } from './visibility-rule.ts'
import { ruleFor, saysAlready, wordsFor } from './visibility-rule.ts'

const rule = (over: Partial<VisibilityRule>): VisibilityRule => ({
  id: 'osier',
  funder: 'osier',
  project: null,
  statement: { en: 'Paid for by the Osier Fund.' },
  disclaimer: null,
  emblems: [],
  places: ['story'],
  from: null,
  until: null,
  ...over,
})
const paid = { project: 'pontoon', funder: 'osier' }
const at = { place: 'story', day: '2026-05-05' } as const

describe('which rule of a funder holds', () => {
  test('one for the project goes before one for all', () => {
    const rules = [rule({ id: 'all' }), rule({ id: 'own', project: 'pontoon' }), rule({ id: 'other', project: 'inkwell' })]
    expect(ruleFor(rules, paid, at)?.id).toBe('own')
    expect(ruleFor(rules, { ...paid, project: 'ferry' }, at)?.id).toBe('all')
    expect(ruleFor(rules, { ...paid, funder: 'kestrel' }, at)).toBeUndefined()
  })

  test('it holds on its days, both ends included, and in its places', () => {
    const rules = [
      rule({ id: 'old', until: '2026-05-04' }),
      rule({ id: 'new', from: '2026-05-05' }),
      rule({ id: 'mail', places: ['mail'] }),
    ]
    expect(ruleFor(rules, paid, at)?.id).toBe('new')
    expect(ruleFor(rules, paid, { ...at, day: '2026-05-04' })?.id).toBe('old')
    expect(ruleFor(rules, paid, { place: 'document', day: at.day })).toBeUndefined()
  })

  test('of several the one that began last', () => {
    expect(ruleFor([rule({ id: 'new', from: '2026-01-01' }), rule({ id: 'old', from: '2020-01-01' })], paid, at)?.id).toBe('new')
  })
})

test('a statement is said in the reader’s language, else in the newsroom’s, and it says which', () => {
  const said = { en: 'Paid for by Osier.', fr: 'Payé par Osier.' }
  expect(wordsFor(said, 'fr-CA', 'en')).toEqual({ words: 'Payé par Osier.', language: 'fr' })
  expect(wordsFor(said, 'ar', 'en')).toEqual({ words: 'Paid for by Osier.', language: 'en' })
  expect(wordsFor({ ru: 'Оплачено.' }, 'ar', 'en')).toEqual({ words: 'Оплачено.', language: 'ru' })
})

test('a text says a statement, however its quotation marks, dashes and spaces are written', () => {
  expect(
    saysAlready('Finally: this was paid for by the  “Osier–Fund”\nof Denmark.', 'This was paid for by the "Osier-Fund" of Denmark.'),
  ).toBe(true)
  expect(saysAlready('Financé par le « Fonds Osier ».', 'Financé par le "Fonds Osier".')).toBe(true)
  expect(saysAlready('Osier paid.', 'Paid for by Osier.')).toBe(false)
})

describe('what the checks find', () => {
  const funding = [
    { ...paid, name: 'Osier Fund' },
    { project: 'inkwell', funder: 'osier', name: 'Osier Fund' },
    { project: 'pontoon', funder: 'kestrel', name: 'Kestrel Trust' },
  ]
  const asked = { day: '2026-05-05', funding, rules: [rule({})] }

  test('a funder whose rule does not speak the language of the story is told of once', () => {
    expect(checkStatements({ ...asked, language: 'en-GB' })).toEqual([])
    expect(checkStatements({ ...asked, language: 'ar' }).map(({ says }) => says)).toEqual([
      { code: 'statement missing', funder: 'Osier Fund', language: 'ar' },
    ])
  })

  test('a funder of whom no rule says anything is told of', () => {
    expect(checkFunderRules({ ...asked, language: 'en' }).map(({ says }) => says)).toEqual([
      { code: 'funder without rule', funder: 'Kestrel Trust' },
    ])
  })
})
