import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'

import type { Newsroom } from '../newsroom.ts'

/** The batch of a source: the one that was cut off before its end, or a new one. */
export async function openBatch(newsroom: Newsroom, source: string): Promise<string> {
  const now = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    const unfinished = await tx
      .selectFrom('newsroom.batch')
      .select('id')
      .where('source', '=', source)
      .where('ended_at', 'is', null)
      .where('undone_at', 'is', null)
      .orderBy('begun_at', 'desc')
      .executeTakeFirst()
    if (unfinished) return unfinished.id
    const id = uuid7(now)
    await tx.insertInto('newsroom.batch').values({ id, source, format: null, begun_at: now, ended_at: null, undone_at: null }).execute()
    return id
  })
}

/** Says that a batch is whole. */
export async function endBatch(newsroom: Newsroom, batch: string, format: string | null): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const ended = await tx
      .updateTable('newsroom.batch')
      .set({ ended_at: newsroom.clock.now(), format })
      .where('id', '=', batch)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw new Failure('missing', 'no-such-batch', `There is no batch ${batch}.`)
  })
  // The planner must know at once how the archive has grown; the embedded database has nobody else to tell it.
  await sql`analyze live.edition, live.river, live.river_count, live.address, live.upcoming, newsroom.story, newsroom.edition`.execute(
    newsroom.db.owner,
  )
}
