import { expect, test } from 'vitest'
import { chooseEncoding } from './choose-encoding.ts'

test.for([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;Q=0.8, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0, gzip', 'gzip'],
  ['*;q=0', null],
  ['identity;q=0', null],
  ['identity;q=0, gzip;q=0.001', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['gzip;q=nonsense', 'identity'],
  ['deflate', 'identity'],
] as const)('a reader who accepts %j is answered in %j', ([header, encoding]) => {
  expect(chooseEncoding(header)).toBe(encoding)
  expect(chooseEncoding(header)).toBe(encoding)
})
