import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

/**
 * How many stories of a batch people have worked on since it came: they saved, added an edition, released, said something of it or to somebody about it.
 * What an archive brings, nobody filed, and what it releases has no releaser.
 */
export async function countWorkedOn(tx: Transaction, batch: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from newsroom.story story where story.batch_id = ${batch} and (
      exists (select from newsroom.edition edition where edition.story_id = story.id
        and (edition.revision > 1 or edition.filed_by is not null or edition.planned_for is not null ${sql.join(traces, sql``)}))
      or exists (select from newsroom.deleted_draft draft where draft.story_id = story.id and not draft.is_whole_story))`.execute(tx)
  return rows[0]?.n ?? 0
}

const traces = ['step', 'comment', 'assignment', 'private_link', 'kept_revision', 'old_address', 'release'].map(
  (table) => sql`or exists (select from ${sql.table(`newsroom.${table}`)} trace where trace.edition_id = edition.id
    ${table === 'release' ? sql`and trace.releaser_id is not null` : sql``})`,
)
