import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { References } from './references.ts'
import { followMerges, referencesIn } from './references.ts'

/** A story's content as it reads now: what it says of an entry that was merged since, it says of the one that this was merged into. */
export async function currentReferences<Content extends References>(db: Reader, content: Content): Promise<Content> {
  const ids = referencesIn(content)
  if (ids.length === 0) return content
  const rows = await db.selectFrom('live.merged_entry').select(['id', 'into_id']).where('id', 'in', ids).execute()
  return followMerges(content, new Map(rows.map(({ id, into_id }) => [id, into_id])))
}

/** Where the ids of merged entries lead, of all registers: few are merged. */
export async function readAllMerged(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('live.merged_entry').select(['id', 'into_id']).execute()
  return new Map(rows.map(({ id, into_id }) => [id, into_id]))
}

/** Refuses entries that were archived and that none of the texts before referred to. */
export async function refuseArchived(db: Reader, content: References, ...before: References[]): Promise<void> {
  const known = new Set(before.flatMap(referencesIn))
  const chosen = referencesIn(content).filter((id) => !known.has(id))
  if (chosen.length === 0) return
  const { rows } = await sql<{ slug: string }>`
    with chosen as (select unnest(${chosen}::text[]) as id)
    select slug from newsroom.section where archived_at is not null and id::text in (select id from chosen)
    union all select slug from newsroom.project where archived_at is not null and id::text in (select id from chosen)
    union all select slug from newsroom.organisation where archived_at is not null and id::text in (select id from chosen)
    union all select code from newsroom.place where archived_at is not null and code in (select id from chosen)
    union all select slug from newsroom.topic where archived_at is not null and id::text in (select id from chosen)
    union all select slug from newsroom.person where archived_at is not null and id::text in (select id from chosen)`.execute(db)
  const [archived] = rows
  if (archived)
    throw new Failure(
      'invalid',
      'entry-archived',
      `“${archived.slug}” is archived and cannot be chosen anew. Choose another, or bring it back.`,
      { values: { slug: archived.slug } },
    )
}

const mergesKey = 1_868_786_029

/** Held by whatever writes stories, so that no merge happens between the reading of an entry and its use; taken before any row. */
export async function holdMerges(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${mergesKey})`.execute(tx)
}

/** Held by a merge: it waits for whatever is being written, and what comes after waits for it. */
export async function lockMerges(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mergesKey})`.execute(tx)
}
