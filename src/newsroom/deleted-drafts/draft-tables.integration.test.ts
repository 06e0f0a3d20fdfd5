import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { engines, openTestDatabase } from '#test/engines.ts'
import type { Reader } from '#platform/database/database.ts'

import { allTables } from './all-rows.fixture.ts'
import { draftTables } from './draft-tables.ts'

type Reference = { from: string; to: string }

/** Every table that refers to a story, an edition or a revision, through however many others, as the database itself knows. */
async function referring(db: Reader): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    with recursive reached as (
      select unnest(array['newsroom.story', 'newsroom.edition', 'newsroom.revision']::regclass[])::oid as oid
      union select k.conrelid from pg_constraint k join reached on k.confrelid = reached.oid where k.contype = 'f'
    )
    select distinct k.conrelid::regclass::text as from, k.confrelid::regclass::text as to
    from pg_constraint k join reached on k.confrelid = reached.oid where k.contype = 'f'`.execute(db)
  return rows
}

/** Those that name an edition or a story without the database knowing that they do. */
async function naming(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct table_schema || '.' || table_name as name from information_schema.columns join pg_tables
      on schemaname = table_schema and tablename = table_name
    where table_schema in ('newsroom', 'live') and column_name in ('edition_id', 'story_id')`.execute(db)
  return rows.map(({ name }) => name)
}

const named = draftTables.map(({ table }) => table)
const unnamed = (references: Reference[]) => [...new Set(references.map(({ from }) => from))].filter((table) => !named.includes(table))

describe.each(engines)('on %s', (engine) => {
  test('everything that refers to a draft goes with it and comes back with it, each after what it refers to', async () => {
    await using db = await openTestDatabase(engine)
    const references = await referring(db.writer)
    expect(references.length).toBeGreaterThan(10)
    expect(unnamed(references), 'tables that are missing in draft-tables.ts').toEqual([])
    const tables = await allTables(db.writer)
    expect(named.filter((table) => !tables.includes(table))).toEqual([])
    const early = references.filter(({ from, to }) => from !== to && named.indexOf(from) < named.indexOf(to))
    expect(early, 'tables that stand before what they refer to').toEqual([])
  })

  test('a table that is added and not named there is found', async () => {
    await using db = await openTestDatabase(engine)
    await sql`create table newsroom.sketch (id uuid primary key, edition_id uuid references newsroom.edition (id))`.execute(db.owner)
    await sql`create table newsroom.stroke (sketch_id uuid references newsroom.sketch (id))`.execute(db.owner)
    expect(unnamed(await referring(db.writer)).toSorted()).toEqual(['newsroom.sketch', 'newsroom.stroke'])
  })

  test('what names an edition without referring to it tells only of what was public, and of what is deleted', async () => {
    await using db = await openTestDatabase(engine)
    const others = (await naming(db.writer)).filter((name) => !named.includes(name))
    expect(others.toSorted()).toEqual(['live.address', 'live.edition', 'live.withdrawal', 'newsroom.deleted_draft'])
  })
})
