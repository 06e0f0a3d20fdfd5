import { expect, test } from 'vitest'

import { pathOfAddress } from './old-address.ts'
import { MissedAddresses, plainAddress } from './missed-addresses.ts'

test('of a query only numbers are kept', () => {
  expect(plainAddress('/index.php?id=2371&name=Ana&token=abc123')).toBe('/index.php?id=2371')
  expect(plainAddress('/about?email=ana@example.org')).toBe('/about')
  expect(plainAddress('//evil.example/x')).toBeUndefined()
  expect(plainAddress(`/${'x '.repeat(200)}`)).toBeUndefined()
})

test('a path that somebody is named in, or that is a secret of a mail, is not kept; a long headline is', () => {
  const secrets = [
    '/unsubscribe/ana@example.org',
    '/u/ana%40example.org',
    '/reset/3fdc19bb-91aa-4c44-8a0b-0e8c0f1dd2aa',
    '/in/Zm9vYmFyMTIzNDU2Nzg5MA==',
  ]
  for (const secret of secrets) expect(plainAddress(secret), secret).toBeUndefined()
  const headline = '/2019/05/17/forty-lorries-cross-the-river-2019-report.html'
  expect(plainAddress(headline)).toBe(headline)
  expect(plainAddress('/call?phone=37369123456')).toBe('/call')
})

test('a hundred thousand addresses that are not here take no more memory than two thousand', async () => {
  const missed = new MissedAddresses()
  for (let n = 0; n < 100_000; n += 1) missed.note(`/nowhere/${n}`, 'Mozilla/5.0 Firefox/140.0')
  expect(missed.size).toBe(2000)
})

test('an address is taken as it is pasted, from whatever host, and nothing else is one', () => {
  expect(pathOfAddress(' https://old.example.org/index.php?id=1#top ')).toBe('/index.php?id=1')
  expect(pathOfAddress('/Über uns')).toBe('/%C3%9Cber%20uns')
  for (const said of ['', 'news', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'ftp://x/y'])
    expect(pathOfAddress(said), said).toBeUndefined()
})
