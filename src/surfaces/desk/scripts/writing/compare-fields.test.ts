import { expect, test } from 'vitest'

import { compareFields, mergeFields, saysSameForm } from './compare-fields.ts'

const base = { headline: ['The ferry'], summary: ['It sails.'], places: ['MD', 'RO'], byline: [''] }

test('who changed what is told field by field', () => {
  const mine = { ...base, headline: ['The ferry sails'], summary: ['It sails again.'] }
  const theirs = { ...base, summary: ['It sails on.'], byline: ['Edit'] }
  expect(compareFields(base, mine, theirs)).toEqual([
    { field: 'headline', mine: ['The ferry sails'], theirs: ['The ferry'], before: ['The ferry'], changedBy: 'me' },
    { field: 'summary', mine: ['It sails again.'], theirs: ['It sails on.'], before: ['It sails.'], changedBy: 'both' },
    { field: 'byline', mine: [''], theirs: ['Edit'], before: [''], changedBy: 'them' },
  ])
})

test('spaces that the server does not keep, and the order of what was picked, are no difference', () => {
  const theirs = { ...base, headline: ['The  ferry '], places: ['RO', 'MD'] }
  expect(compareFields(base, base, theirs)).toEqual([])
})

test('a body is the same whatever the order of its keys', () => {
  const one = { body: ['{"type":"doc","content":[{"type":"paragraph","attrs":{"a":1,"b":2}}]}'] }
  const other = { body: ['{"content":[{"attrs":{"b":2,"a":1},"type":"paragraph"}],"type":"doc"}'] }
  expect(saysSameForm(one, other)).toBe(true)
  expect(saysSameForm(one, { body: ['{"type":"doc","content":[]}'] })).toBe(false)
})

test('what is chosen is one text: theirs, with one’s own where that is kept', () => {
  const mine = { headline: ['The ferry sails'], summary: ['Mine'] }
  const theirs = { ...base, summary: ['Theirs'], byline: ['Edit'] }
  expect(mergeFields(theirs, mine, new Set(['headline']))).toEqual({ ...theirs, headline: ['The ferry sails'] })
})

test('a field that one’s own text does not speak of stays theirs', () => {
  expect(compareFields(base, { headline: ['The ferry'] }, base)).toEqual([])
  expect(mergeFields(base, {}, new Set(['headline']))).toEqual(base)
})
