import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openNewsroom } from '#src/commands/open-newsroom.ts'
import { runCommand } from '#src/commands/run-command.ts'
import { engines } from '#test/engines.ts'
import { readConfig } from '#platform/config/config.ts'
import { findSignInLink } from '#newsroom/members/sign-in-link.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'

// Beside a running server, which holds the embedded archive open.
test.runIf(engines.includes('pglite'))('whoever runs the newsroom makes members and links for them', { timeout: 120_000 }, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-user-'))
  const env = { DATELINE_DATA: folder.path, PUBLIC_URL: 'https://news.example.org' }
  const newsroom = await openNewsroom(readConfig(env), 'server')
  await using _archive = newsroom.db
  expect(await dateline(env, 'user', 'link', 'ana@example.org')).toMatchObject({ code: 1, errors: expect.stringContaining('no newsroom') })
  const look = { languages: ['en'], timeZone: 'UTC', accent: 'oklch(0.5 0.12 240)' }
  await foundNewsroom(newsroom, { name: { en: 'The Ferry Office' }, administrator: 'admin@example.org', ...look })
  const added = await dateline(env, 'user', 'add', 'Ana@example.org', '--role', 'chief editor', '--name', 'Ana Lungu', '--json')
  expect(added.code).toBe(0)
  expect(JSON.parse(added.output)).toMatchObject({ email: 'ana@example.org', role: 'chief editor' })
  expect(await dateline(env, 'user', 'add', 'ana@example.org', '--role', 'editor')).toMatchObject({
    code: 1,
    output: '',
    errors: 'ana@example.org is a member already: npm run -s dateline -- user link ana@example.org prints a link that signs them in.\n',
  })
  const { code, output } = await dateline(env, 'user', 'link', 'ANA@example.org')
  expect(code).toBe(0)
  expect(output).toMatch(/^https:\/\/news\.example\.org\/desk\/sign-in\/link\?token=[\w-]{43}\n$/)
  const token = new URL(output).searchParams.get('token') ?? ''
  expect(await findSignInLink(newsroom.db.writer, token, newsroom.clock.now())).toBeDefined()
  const guessed = await dateline({ DATELINE_DATA: folder.path, PORT: '3100' }, 'user', 'link', 'ana@example.org')
  expect(guessed.output).toMatch(/^http:\/\/localhost:3100\/desk\//)
  expect(guessed.errors).toContain('It leads to http://localhost:3100, which is a guess: set PUBLIC_URL')
  expect(await dateline(env, 'user', 'link', 'nobody@example.org')).toMatchObject({ code: 1, errors: expect.stringContaining('user add') })
})

test.each([
  ['add', 'ana@example.org'],
  ['add', 'ana@example.org', '--role', 'king'],
  ['add', 'ana', '--role', 'editor'],
  ['add', 'ana@example.org', '--role', 'editor', '--name', ' '],
  ['link'],
  ['link', 'ana'],
  ['promote', 'ana@example.org'],
])('wrong usage is said and nothing is opened: user %s %s %s %s', async (...args) => {
  expect(await dateline({ DATELINE_DATA: '/nowhere/at/all' }, 'user', ...args)).toMatchObject({ code: 2, output: '' })
})

test('whoever reports something can say which Dateline it is', async () => {
  expect(await dateline({}, '--version')).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test('every subcommand has help', async () => {
  for (const args of [['--help'], ['add', '--help'], ['link', '--help']])
    expect(await dateline({}, 'user', ...args)).toMatchObject({ code: 0, output: expect.stringContaining('Usage: dateline user') })
})

async function dateline(env: Record<string, string>, ...argv: string[]): Promise<{ code: number; output: string; errors: string }> {
  let [output, errors] = ['', '']
  const code = await runCommand({
    argv,
    env,
    stdin: (async function* () {})(),
    stdout: { write: (text) => (output += text) },
    stderr: { write: (text) => (errors += text) },
    onSignal: () => undefined,
  })
  return { code, output, errors }
}
