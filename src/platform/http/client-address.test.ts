import { expect, test } from 'vitest'

import { clientAddress } from './client-address.ts'

const asked = (forwarded: string) => new Headers({ 'x-forwarded-for': forwarded })

test('without a trusted proxy, what a header claims does not count', () => {
  expect(clientAddress(asked('203.0.113.9'), { remoteAddress: '198.51.100.7' }, false)).toBe('198.51.100.7')
})

test('behind a trusted proxy, the address that it saw counts, and none that was claimed before', () => {
  expect(clientAddress(asked('10.0.0.1, 203.0.113.9'), { remoteAddress: '127.0.0.1' }, true)).toBe('203.0.113.9')
  expect(clientAddress(new Headers(), { remoteAddress: '127.0.0.1' }, true)).toBe('127.0.0.1')
})

test.each([
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0001::5', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (remoteAddress, counted) => {
  expect(clientAddress(new Headers(), { remoteAddress }, false)).toBe(counted)
})
