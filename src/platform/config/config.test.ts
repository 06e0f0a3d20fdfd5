import { expect, test } from 'vitest'

import { roles } from '#newsroom/members/member.ts'

import { groupRoles, readConfig } from './config.ts'

test('a newsroom starts with nothing set', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: 'localhost', publicUrl: null, databaseUrl: null })
})

test('everything that is wrong is named in one line', () => {
  const read = () => readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'news' })
  expect(read).toThrow(/PORT.*PUBLIC_URL.*DATABASE_URL/)
})

test('a variable set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})

const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'dateline', OIDC_CLIENT_SECRET: 'shared' }

test('groups of the organisation have roles here', () => {
  const { oidc: read } = readConfig({ ...oidc, OIDC_ROLES: 'news desk=editor, cn=chiefs=chief editor' })
  expect([...(read?.roles ?? [])]).toEqual([
    ['news desk', 'editor'],
    ['cn=chiefs', 'chief editor'],
  ])
  expect(groupRoles).toEqual(roles)
})

test('half of a sign-in by OIDC is refused, naming the other half', () => {
  expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/OIDC_CLIENT_ID.*OIDC_CLIENT_SECRET/)
  expect(() => readConfig({ OIDC_ROLES: 'a=editor' })).toThrow(/OIDC_ISSUER/)
  expect(() => readConfig({ ...oidc, OIDC_ROLES: 'a=king' })).toThrow(/OIDC_ROLES.*administrator/)
})

test.each([
  ['DATELINE_SECRET', 'short'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['TRUST_PROXY', 'yes'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('mail comes from an address, with or without a name', () => {
  expect(readConfig({ MAIL_FROM: 'The Ferry Office <news@example.org>' }).mailFrom).toBe('The Ferry Office <news@example.org>')
  expect(readConfig({ MAIL_FROM: 'news@example.org', SMTP_URL: 'smtp://localhost:25' }).mailFrom).toBe('news@example.org')
})

test('a machine that translates is named with its address and its key; DeepL’s own addresses are known', () => {
  expect(readConfig({}).translator).toBeNull()
  expect(readConfig({ MT_PROVIDER: 'deepl', MT_KEY: 'key:fx' }).translator?.url.host).toBe('api-free.deepl.com')
  expect(readConfig({ MT_PROVIDER: 'deepl', MT_KEY: 'key' }).translator?.url.host).toBe('api.deepl.com')
  expect(readConfig({ MT_PROVIDER: 'libretranslate', MT_URL: 'http://localhost:5000' }).translator).toMatchObject({ key: null })
})

test.each([
  [{ MT_PROVIDER: 'deepl' }, 'MT_KEY'],
  [{ MT_PROVIDER: 'libretranslate' }, 'MT_URL'],
  [{ MT_KEY: 'key' }, 'MT_PROVIDER'],
  [{ MT_PROVIDER: 'parrot' }, 'MT_PROVIDER'],
  [{ MT_PROVIDER: 'deepl', MT_KEY: 'key', MT_URL: 'ftp://deepl.example' }, 'MT_URL'],
])('half of a machine that translates (%o) is refused by the name of the rest', (env, name) => {
  expect(() => readConfig(env)).toThrow(name)
})
