import { expect, test } from 'vitest'

import { stretchOf } from './stretch-of.ts'

test('a list goes on after its last line where one more was read, and ends where none was', () => {
  expect(stretchOf(['a', 'b', 'c'], 2)).toEqual({ items: ['a', 'b'], next: 'b' })
  expect(stretchOf(['a', 'b'], 2)).toEqual({ items: ['a', 'b'], next: undefined })
  expect(stretchOf([], 2)).toEqual({ items: [], next: undefined })
})
