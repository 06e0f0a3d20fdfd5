import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

/** Tables that something else than a draft writes while it is deleted and brought back. */
const beside = ['newsroom.audit', 'newsroom.pen', 'newsroom.deleted_draft', 'newsroom.tries']

/** Every table of the archive, by its name. */
export async function allTables(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname in ('newsroom', 'live') order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Every row of the archive as the database writes it, by table: what two of these say alike is alike to the microsecond and the byte. */
export async function allRows(db: Reader): Promise<{ [table: string]: string[] }> {
  const tables = (await allTables(db)).filter((name) => !beside.includes(name))
  const rows = await Promise.all(
    tables.map(async (name) => {
      const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db)
      return [name, found.rows.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(rows)
}

/** Where an id is said in an archive, by table. */
export const tablesSaying = (rows: { [table: string]: string[] }, id: string): string[] =>
  Object.entries(rows).flatMap(([table, lines]) => (lines.some((line) => line.includes(id)) ? [table] : []))
