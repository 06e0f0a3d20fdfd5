import { createHash, randomBytes } from 'node:crypto'
import { constants, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'

export type Engine = 'pglite' | 'postgres'

/** The engines that this run tests on: DATELINE_TEST_ENGINE is `pglite` (the default), `postgres` or `both`. */
export const engines: readonly Engine[] = enginesOf(process.env['DATELINE_TEST_ENGINE'])

/** A migrated, empty archive of its own; disposing it removes it. */
export async function openTestDatabase(engine: Engine): Promise<Database> {
  return engine === 'pglite' ? openTestPglite() : openTestPostgres(inject('postgresUrl'))
}

export const migrationsFolder = join(import.meta.dirname, '../db/migrations')

export function enginesOf(name: string | undefined): Engine[] {
  if (name === 'both') return ['pglite', 'postgres']
  return [name === 'postgres' ? 'postgres' : 'pglite']
}

async function openTestPglite(): Promise<Database> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'dateline-test-'))
  const files = join(dataFolder, 'archive/database')
  await mkdir(join(dataFolder, 'archive'))
  await cp(await pgliteTemplate(), files, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const database = await openDatabase({ dataFolder, role: 'server', durable: false })
  return andThen(database, async () => rmSync(dataFolder, { recursive: true, force: true }))
}

// Made once for each set of migrations; of several that make it at once, the first to finish wins.
async function pgliteTemplate(): Promise<string> {
  const migrations = await readMigrations(migrationsFolder)
  const key = createHash('sha256')
    .update(migrations.map(({ sha256 }) => sha256).join())
    .digest('hex')
    .slice(0, 40)
  const template = join(tmpdir(), `dateline-template-${key}`)
  if (existsSync(template)) return template
  const dataFolder = mkdtempSync(join(tmpdir(), 'dateline-template-in-making-'))
  const database = await openDatabase({ dataFolder, role: 'server', durable: false })
  await migrate(database, migrationsFolder)
  await database[Symbol.asyncDispose]()
  try {
    renameSync(join(dataFolder, 'archive/database'), template)
  } catch (error) {
    if (!existsSync(template)) throw error
  }
  rmSync(dataFolder, { recursive: true, force: true })
  return template
}

async function openTestPostgres(server: string): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template dateline_template`)
  const database = await openDatabase({ databaseUrl: `${server}/${name}`, dataFolder: tmpdir(), role: 'server' })
  return andThen(database, () => onServer(server, `drop database ${name} with (force)`))
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function andThen(database: Database, clear: () => Promise<void>): Database {
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await clear()
    },
  }
}
