import type { Newsroom } from '../newsroom.ts'
import { goneBefore } from './deleted-draft.ts'

const atOnce = 50

/** Removes for good what was deleted thirty days ago, some at a time. Returns how many went. */
export async function clearDeletedDrafts({ db, clock }: Newsroom, signal?: AbortSignal): Promise<number> {
  let cleared = 0
  while (!signal?.aborted) {
    const gone = await db.writer
      .deleteFrom('newsroom.deleted_draft')
      .where('edition_id', 'in', (eb) =>
        eb
          .selectFrom('newsroom.deleted_draft')
          .select('edition_id')
          .where('deleted_at', '<=', goneBefore(clock.now()))
          .orderBy('deleted_at')
          .limit(atOnce),
      )
      .executeTakeFirst()
    cleared += Number(gone.numDeletedRows)
    if (Number(gone.numDeletedRows) < atOnce) return cleared
  }
  return cleared
}
