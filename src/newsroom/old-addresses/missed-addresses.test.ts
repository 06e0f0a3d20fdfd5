import { expect, test } from 'vitest'

import { pathOfAddress } from './old-address.ts'
import { plainAddress } from './missed-addresses.ts'

test('of a query only numbers are kept', () => {
  expect(plainAddress('/index.php?id=2371&name=Ana&token=abc123')).toBe('/index.php?id=2371')
  expect(plainAddress('/about?email=ana@example.org')).toBe('/about')
  expect(plainAddress('//evil.example/x')).toBeUndefined()
  expect(plainAddress(`/${'x'.repeat(400)}`)).toBeUndefined()
})

test('an address is taken as it is pasted, from whatever host, and nothing else is one', () => {
  expect(pathOfAddress(' https://old.example.org/index.php?id=1#top ')).toBe('/index.php?id=1')
  expect(pathOfAddress('/Über uns')).toBe('/%C3%9Cber%20uns')
  for (const said of ['', 'news', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'ftp://x/y'])
    expect(pathOfAddress(said), said).toBeUndefined()
})
