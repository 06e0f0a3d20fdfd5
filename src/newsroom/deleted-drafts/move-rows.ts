import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import { draftTables } from './draft-tables.ts'

type Draft = { edition: string; story: string; isWholeStory: boolean }

/** Takes the rows of a draft out of the working tables and keeps them with what is known of its deletion, which is there already. */
export async function takeRows(tx: Transaction, { edition, story, isWholeStory }: Draft): Promise<void> {
  for (const { table, of, rows, isPassing } of draftTables.toReversed()) {
    if (of === 'story' && !isWholeStory) continue
    const which = rows([of === 'story' ? story : edition])
    // What is kept is what was deleted, whatever was written in the meantime.
    if (isPassing) await sql`delete from ${sql.table(table)} t where ${which}`.execute(tx)
    else
      await sql`with gone as (delete from ${sql.table(table)} t where ${which} returning to_jsonb(t) as one)
        update newsroom.deleted_draft set rows = rows || jsonb_build_object(${table}::text, (select jsonb_agg(one) from gone))
        where edition_id = ${edition} and exists (select from gone)`.execute(tx)
  }
}

/** Puts the rows of a deleted draft back as they were. A column that has come since says what it says of any new row. */
export async function putRows(tx: Transaction, edition: string): Promise<void> {
  for (const { table } of draftTables) {
    const columns = await columnsKept(tx, edition, table)
    if (columns.length === 0) continue
    const names = sql.join(columns.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.table(table)},
      (select rows -> ${table}::text from newsroom.deleted_draft where edition_id = ${edition}))`.execute(tx)
  }
}

async function columnsKept(tx: Transaction, edition: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from newsroom.deleted_draft draft, pg_attribute a
    where draft.edition_id = ${edition} and a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and draft.rows -> ${table}::text -> 0 ? a.attname
    order by a.attnum`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Removes the rows of editions and stories for good. */
export async function removeRows(tx: Transaction, { editions, stories }: { editions: string[]; stories: string[] }): Promise<void> {
  for (const { table, of, rows } of draftTables.toReversed())
    await sql`delete from ${sql.table(table)} t where ${rows(of === 'story' ? stories : editions)}`.execute(tx)
}
