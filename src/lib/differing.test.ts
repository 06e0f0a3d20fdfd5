import { expect, test } from 'vitest'

import { differing, inAnyOrder } from './differing.ts'

test('two things differ in the parts that say something else, however they are written down', () => {
  const before = { name: { en: 'Ferry', fr: 'Bac' }, languages: ['en', 'fr'], footer: null }
  const after = { languages: ['fr', 'en'], name: { fr: 'Bac', en: 'Ferry' } }
  expect(differing(['name', 'languages', 'footer'], before, after)).toEqual(['languages'])
  expect(differing(['name'], before, { name: { en: 'Ferry' } })).toEqual(['name'])
})

test('where order does not count, the same is the same; all is not none', () => {
  expect(inAnyOrder(['b', 'a', 'b'])).toEqual(inAnyOrder(['a', 'b']))
  expect(inAnyOrder(null)).toBeNull()
  expect(inAnyOrder([])).toEqual([])
})
