import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'

import type { Database } from '#platform/database/database.ts'
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
  await using place = await placeOf({ mayMakeRoles: false, owns: 'nothing' })
  const { code, errors } = await migrate(place.url)
  expect(code).toBe(2)
  expect(errors).toMatch(/^DATABASE_URL .*whose user owns its database and may create roles.*\(permission denied for .*\)\.\n$/)
})

test.runIf(hasPostgres)('a second newsroom of a server is told whose roles it needs, and given them it begins', async () => {
  await using place = await placeOf({ mayMakeRoles: true, owns: 'an empty database' })
  const refused = await migrate(place.url)
  expect(refused.code).toBe(2)
  expect(refused.errors).toMatch(
    /\(permission denied to grant role .*grant dateline_site, dateline_desk to this one with admin option\)\.\n$/,
  )
  await sql`grant dateline_site, dateline_desk to ${sql.id(place.user)} with admin option`.execute(place.server.owner)
  expect(await migrate(place.url)).toMatchObject({ code: 0, errors: expect.stringContaining('Applied 0001-') })
})

test.runIf(hasPostgres)('an archive whose roles are not for its user says what to grant', async () => {
  await using place = await placeOf({ mayMakeRoles: false, owns: 'an archive' })
  const refused = await migrate(place.url)
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining(`grant dateline_site, dateline_desk to "${place.user}".\n`) })
  await sql`grant dateline_site, dateline_desk to ${sql.id(place.user)}`.execute(place.server.owner)
  expect(await migrate(place.url)).toMatchObject({ code: 0 })
})

test.runIf(hasPostgres)('an archive that was restored before its roles were there says to make them, and to restore it again', async () => {
  await using place = await placeOf({ mayMakeRoles: false, owns: 'an archive' })
  await using restored = await openDatabase({ databaseUrl: place.asServer, dataFolder: '/dev/null', role: 'beside' })
  await sql`revoke usage on schema live from dateline_site`.execute(restored.owner)
  expect(await migrate(place.url)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/create role dateline_site; .*restore the dump again/),
  })
})

type Place = AsyncDisposable & { user: string; url: string; asServer: string; server: Database }

/** A user of PostgreSQL, with a database perhaps; disposing of it removes both. */
async function placeOf({
  mayMakeRoles,
  owns,
}: {
  mayMakeRoles: boolean
  owns: 'nothing' | 'an empty database' | 'an archive'
}): Promise<Place> {
  const address = inject('postgresUrl')
  const user = `user_${randomBytes(6).toString('hex')}`
  const name = owns === 'nothing' ? 'postgres' : user
  const server = await openDatabase({ databaseUrl: `${address}/postgres`, dataFolder: '/dev/null', role: 'beside' })
  const ask = (text: string) => sql.raw(text).execute(server.owner)
  await ask(`create role ${user} login password 'secret' ${mayMakeRoles ? 'createrole' : ''}`)
  if (owns !== 'nothing')
    await ask(`create database ${user} template ${owns === 'an archive' ? 'dateline_template' : 'template1'} owner ${user}`)
  const asServer = `${address}/${name}`
  if (owns === 'an archive') await giveArchive(asServer, user)
  const url = new URL(asServer)
  url.username = user
  url.password = 'secret'
  return {
    user,
    url: url.href,
    asServer,
    server,
    async [Symbol.asyncDispose]() {
      if (owns !== 'nothing') await ask(`drop database ${user} with (force)`)
      await ask(`drop role ${user}`)
      await server[Symbol.asyncDispose]()
    },
  }
}

/** A template is the server's, table by table; its newest schema asks no more than to read which migrations it has. */
async function giveArchive(databaseUrl: string, user: string): Promise<void> {
  await using db = await openDatabase({ databaseUrl, dataFolder: '/dev/null', role: 'beside' })
  await sql`alter table public.dateline_migration owner to ${sql.id(user)}`.execute(db.owner)
}

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
