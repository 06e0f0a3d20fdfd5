import type { SqlBool } from 'kysely'
import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'

import { recordAct } from '../audit/record-act.ts'
import { removeRows } from '../deleted-drafts/move-rows.ts'
import { addressTag, registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdMerges } from '../references/current-references.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readLiveRows, removeLive } from '../stories/live-store.ts'
import { authorize, mayBringIn } from '../stories/story-policy.ts'

/** Takes a batch back whole: stories, addresses and the sections that it added and nobody else uses. Edited stories stop it. Returns how many stories went. */
export async function undoBatch(newsroom: Newsroom, by: Member, batch: string): Promise<number> {
  authorize(mayBringIn(by, 'published'), 'undo a batch')
  const now = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    await holdMerges(tx)
    const found = await tx
      .selectFrom('newsroom.batch')
      .select(['undone_at', 'sections', 'source'])
      .where('id', '=', batch)
      .forUpdate()
      .executeTakeFirst()
    if (!found)
      throw new Failure('missing', 'no-such-batch', `There is no batch ${batch}; \`dateline import\` prints a batch's name when it ends.`)
    if (found.undone_at) throw new Failure('conflict', 'undone-already', `Batch ${batch} was undone already.`)
    const editions = await tx
      .selectFrom('newsroom.edition as edition')
      .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
      .select(['edition.id', 'edition.story_id as story', 'edition.revision'])
      .where('story.batch_id', '=', batch)
      .execute()
    const edited = editions.filter((edition) => edition.revision > 1).length
    if (edited > 0)
      throw new Failure(
        'conflict',
        'batch-edited',
        `${edited} stories of this batch were edited since; withdraw what should go by hand, nothing was undone.`,
      )
    const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
    for (const edition of editions) {
      const { shown, next } = await readLiveRows(tx, edition.id, now)
      for (const row of [shown, next]) if (row) await removeLive(tx, row, { now, defaultLanguage })
    }
    await forget(tx, editions)
    if (found.sections.length > 0) {
      const used = tx.selectFrom('newsroom.story').select('section_id').where('section_id', 'is not', null)
      const joined = tx.selectFrom('newsroom.section').select('stands_for').where('stands_for', 'is not', null)
      await tx
        .deleteFrom('newsroom.section')
        .where('id', 'in', found.sections)
        .where('id', 'not in', used)
        .where('id', 'not in', joined)
        .where(notOfDeleted)
        .execute()
      tx.touch([registersTag])
    }
    await tx.updateTable('newsroom.batch').set({ undone_at: now, ended_at: now }).where('id', '=', batch).execute()
    const stories = new Set(editions.map((edition) => edition.story)).size
    await recordAct(tx, by, { act: 'undoBatch', kind: 'batch', id: batch, name: found.source, at: now, details: { stories } })
    return stories
  })
}

/** A draft that was deleted may come back to where it stood. */
const notOfDeleted = sql<SqlBool>`not exists (select from newsroom.deleted_draft draft
  where newsroom.section.id::text in (draft.section_id::text, draft.rows -> 'newsroom.story' -> 0 ->> 'section_id'))`

type Transaction = Parameters<Parameters<Newsroom['db']['transact']>[0]>[0]

async function forget(tx: Transaction, all: { id: string; story: string }[]): Promise<void> {
  for (let from = 0; from < all.length; from += 1000) {
    const some = all.slice(from, from + 1000)
    const editions = some.map((edition) => edition.id)
    const stories = some.map((edition) => edition.story)
    const addresses = await tx.deleteFrom('live.address').where('edition_id', 'in', editions).returning('path').execute()
    tx.touch(addresses.map(({ path }) => addressTag(path)))
    await tx.deleteFrom('live.withdrawal').where('edition_id', 'in', editions).execute()
    await removeRows(tx, { editions, stories })
  }
}
