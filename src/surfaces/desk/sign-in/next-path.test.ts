import { describe, expect, test } from 'vitest'

import { desk } from '#src/routes.ts'

import { nextPath, withNext } from './next-path.ts'

test.each(['/desk', '/desk/stories?state=draft', '/desk/editions/0190-a/history/3'])('after signing in one goes on to %s', (path) => {
  expect(nextPath(path)).toBe(path)
})

describe('nobody is sent to another site, nor in a circle, by', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example/desk',
    'https:evil.example',
    'javascript:alert(1)',
    '/desk/../..//evil.example',
    '/desk/%2e%2e/%2e%2e//evil.example',
    '/desk/..\\..\\\\evil.example',
    '/desk//evil.example',
    '/desk@evil.example',
    '/desktop',
    '/news',
    '',
    'desk',
    '/desk/sign-in?next=/desk',
    '/desk/sign-out',
    '/desk/auth/callback/oidc',
  ])('%j', (asked) => {
    expect(nextPath(asked)).toBe(desk.home)
  })
})

test('nothing asked for is the first page', () => {
  expect(nextPath(undefined)).toBe(desk.home)
  expect(withNext(desk.signIn, '/desk')).toBe(desk.signIn)
  expect(withNext(desk.signIn, '/desk/stories?a=1&b=2')).toBe('/desk/sign-in?next=%2Fdesk%2Fstories%3Fa%3D1%26b%3D2')
})
