import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql, type Kysely, type Transaction } from 'kysely'
import { Failure } from '#lib/failure.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly text: string
}

/** Brings the archive to the newest schema: each file of `folder` (0001-name.sql) once, in order. Returns the names of those applied now. */
export async function migrate(database: Pick<Database, 'owner'>, folder: string): Promise<string[]> {
  const known = await readMigrations(folder)
  await alone(database.owner, makeTable)
  const applied: string[] = []
  for (;;) {
    const next = await alone(database.owner, (tx) => applyNext(tx, known))
    if (!next) return applied
    applied.push(next.name)
  }
}

/** The migrations that this program knows, by number. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => fileName.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function applyNext(tx: Transaction<Tables>, known: readonly Migration[]): Promise<Migration | undefined> {
  const { rows } = await sql<Applied>`select number, name, sha256 from public.dateline_migration order by number`.execute(tx)
  for (const row of rows) refuseUnknown(row, known)
  const done = new Set(rows.map(({ number }) => number))
  const next = known.find(({ number }) => !done.has(number))
  if (!next) return undefined
  await sql.raw(next.text).execute(tx)
  await sql`insert into public.dateline_migration (number, name, sha256) values (${next.number}, ${next.name}, ${next.sha256})`.execute(tx)
  return next
}

function refuseUnknown(row: Applied, known: readonly Migration[]): void {
  const newest = known.at(-1)?.number ?? 0
  if (row.number > newest) {
    const message = `This archive was written by a newer Dateline (migration ${row.number}; this program knows ${newest}). Start the newer program.`
    throw new Failure('invalid', 'database-newer', message)
  }
  if (known.find(({ number }) => number === row.number)?.sha256 !== row.sha256) {
    const message = `Migration ${row.name} was edited after this archive applied it. Restore the file; write changes as a new migration.`
    throw new Failure('invalid', 'migration-edited', message)
  }
}

async function makeTable(tx: Transaction<Tables>): Promise<void> {
  await sql`
    create table if not exists public.dateline_migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`.execute(tx)
}

/** In a transaction that no other starting instance runs at the same time. */
async function alone<T>(owner: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(tx)
    return work(tx)
  })
}

type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>

const fileName = /^\d{4}-[a-z0-9-]+\.sql$/
const lockNumber = 70_041_128
