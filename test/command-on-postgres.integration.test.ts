import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'

import { openDatabase } from '#platform/database/open-database.ts'
import { runCommand } from '#src/commands/run-command.ts'
import { engines } from '#test/engines.ts'

const hasPostgres = engines.includes('postgres')

test.runIf(hasPostgres)('a PostgreSQL that lets nobody in is a variable to mend, told in one line without its password', async () => {
  const server = new URL(inject('postgresUrl'))
  const wrong = new URL('/postgres', server)
  wrong.password = 'hush'
  for (const [url, why] of [
    [wrong.href, /^DATABASE_URL is "postgres:\/\/…@.*\(password authentication failed .*\)\.\n$/],
    [new URL('/nowhere', server).href, /^DATABASE_URL .*\(database "nowhere" does not exist\)\.\n$/],
  ] as const) {
    const { code, errors } = await migrate(url)
    expect(code).toBe(2)
    expect(errors).toMatch(why)
    expect(errors).not.toContain('hush')
  }
})

test.runIf(hasPostgres)('a user of PostgreSQL who may not make an archive is told to have that allowed', async () => {
  const server = inject('postgresUrl')
  const name = `weak_${randomBytes(6).toString('hex')}`
  await using db = await openDatabase({ databaseUrl: `${server}/postgres`, dataFolder: '/dev/null', role: 'beside' })
  await sql`create role ${sql.id(name)} login password 'weak'`.execute(db.owner)
  const url = new URL(`${server}/postgres`)
  url.username = name
  url.password = 'weak'
  const { code, errors } = await migrate(url.href)
  await sql`drop role ${sql.id(name)}`.execute(db.owner)
  expect(code).toBe(2)
  expect(errors).toMatch(/^DATABASE_URL .*whose user may create schemas and roles.*\(permission denied for .*\)\.\n$/)
})

async function migrate(url: string): Promise<{ code: number; errors: string }> {
  let errors = ''
  const code = await runCommand({
    argv: ['migrate'],
    env: { DATABASE_URL: url },
    stdin: (async function* () {})(),
    stdout: { write: () => undefined },
    stderr: { write: (text) => (errors += text) },
    onSignal: () => undefined,
  })
  return { code, errors }
}
