import { expect, test } from 'vitest'
import { crowdedKey, surrogateKey, surrogateKeys } from './surrogate-key.ts'

test('a plain tag is its own surrogate key, and another cannot break the header', () => {
  expect(surrogateKey('story:1')).toBe('story:1')
  expect(surrogateKey('place:São Tomé\r\nSet-Cookie: x')).toMatch(/^[\w-]{22}$/)
})

test('a page with more tags than a header carries says so in one key', () => {
  expect(surrogateKeys(['story:1', 'story:2'])).toBe('story:1 story:2')
  expect(surrogateKeys(Array.from({ length: 500 }, (_, number) => `story:${number}`))).toBe(crowdedKey)
})
