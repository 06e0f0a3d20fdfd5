import { expect, test } from 'vitest'

import { roles } from '#newsroom/members/member.ts'

import { readConfig } from './config.ts'
import { groupRoles } from './environment.ts'

test('a newsroom starts with nothing set', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: 'localhost', publicUrl: null, databaseUrl: null })
})

test('everything that is wrong is named in one line: what it is, and what it must be', () => {
  const read = () => readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'news' })
  expect(read).toThrow(
    /^PORT is "many": it must be a whole number from 0 to 65535.*PUBLIC_URL is "news".*DATABASE_URL is "mysql:\/\/x".*\.$/,
  )
})

test.each(['65536', '-1', '80.5', '0x50', ' ', '1e3'])('PORT=%j is no port', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(`PORT is ${JSON.stringify(PORT)}`)
})

test.each(['https://news.example.org/press', 'https://news.example.org/?a=b', 'https://desk@news.example.org', 'news.example.org'])(
  'PUBLIC_URL=%s is not the root of a host',
  (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL })).toThrow(/PUBLIC_URL .*without a path/)
  },
)

test.each([
  ['DATELINE_SECRET', 'hush'],
  ['DATABASE_URL', 'postgres//user:hush@/x@db.example'],
  ['DATABASE_URL', 'mysql://user:hu@hush/news@db.example/news'],
  ['SMTP_URL', 'user:hush@mail.example.org'],
])('%s=%s is refused without telling the secret in it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name)
  expect(() => readConfig({ [name]: value })).not.toThrow('hush')
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
  ['LOG_FORMAT', 'xml'],
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
