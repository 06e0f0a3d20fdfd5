import type { Transaction } from '#platform/database/database.ts'

import type { Actor } from '../audit/record-act.ts'
import { recordAct } from '../audit/record-act.ts'
import type { Newsroom } from '../newsroom.ts'
import { goneBefore } from './deleted-draft.ts'

const atOnce = 50

const itself: Actor = { id: null, name: 'the newsroom itself', via: { surface: 'schedule', address: null } }

/** Removes for good what was deleted thirty days ago, some at a time, and says so in the audit log. Returns how many went. */
export async function clearDeletedDrafts({ db, clock }: Newsroom, signal?: AbortSignal): Promise<number> {
  let cleared = 0
  while (!signal?.aborted) {
    const gone = await db.transact((tx) => clearSome(tx, clock.now()))
    cleared += gone
    if (gone < atOnce) return cleared
  }
  return cleared
}

async function clearSome(tx: Transaction, now: Date): Promise<number> {
  const gone = await tx
    .deleteFrom('newsroom.deleted_draft')
    .where('edition_id', 'in', (eb) =>
      eb
        .selectFrom('newsroom.deleted_draft')
        .select('edition_id')
        .where('deleted_at', '<=', goneBefore(now))
        .orderBy('deleted_at')
        .limit(atOnce),
    )
    .returning(['edition_id', 'story_id', 'is_whole_story', 'language', 'headline'])
    .execute()
  for (const { edition_id, story_id, is_whole_story, language, headline } of gone)
    await recordAct(tx, itself, {
      act: 'clearDeletedDrafts',
      kind: 'edition',
      id: edition_id,
      name: headline,
      at: now,
      details: { story: story_id, language, isWholeStory: is_whole_story },
    })
  return gone.length
}
