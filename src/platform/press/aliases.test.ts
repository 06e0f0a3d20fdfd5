import { expect, test } from 'vitest'
import { Aliases } from './aliases.ts'

test('an address that is read again and again is worked out once', () => {
  let worked = 0
  const aliases = new Aliases((url) => ((worked += 1), url))
  expect(aliases.known('/news')).toBeUndefined()
  aliases.keyOf('/news')
  aliases.keyOf('/news')
  expect(aliases.known('/news')).toBe('/news')
  expect(worked).toBe(1)
})

test('a flood of spellings is forgotten again', () => {
  const aliases = new Aliases((url) => url)
  for (let number = 0; number < 25_000; number += 1) aliases.keyOf(`/${number}`)
  expect(aliases.known('/0')).toBeUndefined()
  expect(aliases.known('/24999')).toBe('/24999')
})
