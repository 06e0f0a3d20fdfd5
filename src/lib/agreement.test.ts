import fc from 'fast-check'
import { expect, test } from 'vitest'

import { agreement } from './agreement.ts'

const some = (most: number) => fc.array(fc.constantFrom(1, 2), { maxLength: most })

test('each place says how much of the pattern stands there', () => {
  fc.assert(
    fc.property(some(60), some(12), (list, pattern) => {
      const plain = list.map((_, at) => {
        const differs = pattern.findIndex((item, n) => list[at + n] !== item)
        return differs < 0 ? pattern.length : differs
      })
      expect([...agreement(list, pattern)]).toEqual(plain)
    }),
  )
})

test('no item is looked at more than twice, even where the pattern stands or nearly stands everywhere', () => {
  const ferries = Array.from({ length: 5000 }, () => 1)
  for (const pattern of [ferries.slice(0, 500), [...ferries.slice(0, 500), 2], [2, ...ferries.slice(0, 500)]]) {
    let looks = 0
    const watched = new Proxy(ferries, {
      get: (list, name, receiver): unknown => {
        if (name !== 'length') looks += 1
        return Reflect.get(list, name, receiver)
      },
    })
    agreement(watched, pattern)
    expect(looks).toBeLessThanOrEqual(2 * ferries.length)
  }
})
