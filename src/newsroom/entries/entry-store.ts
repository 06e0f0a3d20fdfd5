import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import { readAllMerged } from '../references/current-references.ts'
import { changedMeanwhile } from '../require-latest.ts'
import type { Entry, Field, Register } from './field.ts'
import { namesOf } from './field.ts'
import { followMerged } from './follow-merged.ts'

/** An entry as it is kept; its references lead to where merges ended. */
export type HeldEntry = {
  id: string
  version: number
  archivedAt: Date | null
  mergedInto: string | null
  standsFor: string | null
  entry: Entry
}

export async function insertEntry(tx: Transaction, register: Register, id: string, entry: Entry): Promise<void> {
  const columns = columnsOf(register, entry)
  const own = register.key === 'id' ? [{ column: 'id', value: sql`${id}::uuid` }] : []
  const all = [...own, { column: register.key === 'id' ? 'slug' : 'code', value: sql`${entry.slug}` }, ...columns]
  await sql`insert into ${sql.table(register.table)} (${sql.join(all.map(({ column }) => sql.ref(column)))})
    values (${sql.join(all.map(({ value }) => value))})`.execute(tx)
  await register.joins?.write(tx, id, entry)
}

/** Writes all facts of an entry anew, if it is still of the version that the change was made from. Its slug stays. */
export async function updateEntry(tx: Transaction, register: Register, of: { id: string; madeFrom: number; entry: Entry }): Promise<void> {
  const sets = columnsOf(register, of.entry).map(({ column, value }) => sql`${sql.ref(column)} = ${value}`)
  const { numAffectedRows } = await sql`update ${sql.table(register.table)}
    set version = version + 1, ${sql.join(sets)}
    where ${sql.ref(register.key)} = ${of.id} and version = ${of.madeFrom}`.execute(tx)
  if (numAffectedRows !== 1n) throw changedMeanwhile()
  await register.joins?.write(tx, of.id, of.entry)
}

/** Entries of a register, all or by id, archived and merged ones too. */
export async function readEntries(db: Reader, register: Register, ids?: string[]): Promise<HeldEntry[]> {
  const [rows, joined, merged] = await Promise.all([readRows(db, register, ids), register.joins?.read(db, ids), readAllMerged(db)])
  return rows.map((row) => ({
    id: String(row['id']),
    version: Number(row['version']),
    archivedAt: row['archived_at'] instanceof Date ? row['archived_at'] : null,
    mergedInto: typeof row['merged_into'] === 'string' ? row['merged_into'] : null,
    standsFor: typeof row['stands_for'] === 'string' ? row['stands_for'] : null,
    entry: entryOf(register, { ...row, ...joined?.get(String(row['id'])) }, merged),
  }))
}

export async function requireEntry(db: Reader, register: Register, id: string): Promise<HeldEntry> {
  const isId = register.key === 'code' || uuid.test(id)
  const [held] = isId ? await readEntries(db, register, [id]) : []
  if (!held) throw new Failure('missing', 'no-such-entry', `There is no such ${register.kind} in the registers.`)
  return held
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function readRows(db: Reader, register: Register, ids: string[] | undefined): Promise<Record<string, unknown>[]> {
  const columns = register.fields.flatMap(({ column }) => (column === undefined ? [] : [sql.ref(column)]))
  const type = register.key === 'id' ? sql`uuid[]` : sql`text[]`
  const where = ids === undefined ? sql`` : sql`where ${sql.ref(register.key)} = any(${ids}::${type})`
  const { rows } = await sql<Record<string, unknown>>`select ${sql.ref(register.key)} as id,
    ${sql.ref(register.key === 'id' ? 'slug' : 'code')} as entry_slug, version, archived_at, merged_into, stands_for, ${sql.join(columns)}
    from ${sql.table(register.table)} ${where} order by ${sql.ref(register.key)}`.execute(db)
  return rows
}

function entryOf(register: Register, row: Record<string, unknown>, merged: ReadonlyMap<string, string>): Entry {
  const facts = register.fields.map((field) => [field.name, followMerged(field, row[field.column ?? field.name], merged) ?? null])
  return { slug: String(row['entry_slug']), ...Object.fromEntries(facts) }
}

function columnsOf(register: Register, entry: Entry): { column: string; value: RawBuilder<unknown> }[] {
  return register.fields.flatMap((field) =>
    field.column === undefined ? [] : [{ column: field.column, value: columnValue(field, entry[field.name]) }],
  )
}

function columnValue(field: Field, value: unknown): RawBuilder<unknown> {
  if (field.kind === 'words' || field.kind === 'lines') return sql`${JSON.stringify(value ?? {})}::jsonb`
  if (field.kind === 'names') return sql`${namesOf(value)}::text[]`
  return sql`${value ?? null}`
}
