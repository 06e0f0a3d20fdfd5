import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import { removeRows } from '../deleted-drafts/move-rows.ts'
import { addressTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdMerges } from '../references/current-references.ts'
import { readSettings } from '../settings/read-settings.ts'
import { tagsOf } from '../stories/live-edition.ts'
import { authorize, mayBringIn } from '../stories/story-policy.ts'
import { countWorkedOn } from './count-worked-on.ts'
import { removeSections } from './remove-sections.ts'

/**
 * Takes a batch back whole: stories, addresses and the sections that it added and nobody else uses. Whatever people did with one of its stories stops it.
 * Returns how many stories went.
 */
export async function undoBatch(newsroom: Newsroom, by: Member, batch: string): Promise<number> {
  authorize(mayBringIn(by, 'published'), 'undo a batch')
  const now = newsroom.clock.now()
  const undone = await newsroom.db.transact(async (tx) => {
    await holdMerges(tx)
    const found = await holdBatch(tx, batch)
    const stories = await holdStories(tx, batch)
    const workedOn = await countWorkedOn(tx, batch)
    if (workedOn > 0)
      throw new Failure(
        'conflict',
        'batch-edited',
        `People have worked on ${workedOn} stories of this batch since; withdraw or delete by hand what should go, nothing was undone.`,
      )
    const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
    for (let from = 0; from < stories.length; from += portion) await forget(tx, stories.slice(from, from + portion), defaultLanguage)
    await tx.updateTable('newsroom.batch').set({ undone_at: now, ended_at: now }).where('id', '=', batch).execute()
    const details = { stories: stories.length }
    await recordAct(tx, by, { act: 'undoBatch', kind: 'batch', id: batch, name: found.source, at: now, details })
    return { stories: stories.length, sections: found.sections }
  })
  // Apart, since nobody can write while it is asked who uses them.
  await removeSections(newsroom, undone.sections)
  return undone.stories
}

const portion = 1000

async function holdBatch(tx: Transaction, batch: string): Promise<{ source: string; sections: string[] }> {
  const found = await tx
    .selectFrom('newsroom.batch')
    .select(['undone_at', 'sections', 'source'])
    .where('id', '=', batch)
    .forUpdate()
    .executeTakeFirst()
  if (!found)
    throw new Failure('missing', 'no-such-batch', `There is no batch ${batch}; \`dateline import\` prints a batch's name when it ends.`)
  if (found.undone_at) throw new Failure('conflict', 'undone-already', `Batch ${batch} was undone already.`)
  return found
}

/** Holds the editions of a batch, then its stories, as whoever deletes a draft does: nothing more is saved, said or filed of them. */
async function holdStories(tx: Transaction, batch: string): Promise<string[]> {
  await sql`select edition.id from newsroom.edition edition join newsroom.story story on story.id = edition.story_id
    where story.batch_id = ${batch} order by edition.id for update of edition`.execute(tx)
  const { rows } = await sql<{ id: string }>`select id from newsroom.story where batch_id = ${batch} order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

async function forget(tx: Transaction, stories: string[], defaultLanguage: string): Promise<void> {
  const held = await tx.selectFrom('newsroom.edition').select('id').where('story_id', 'in', stories).execute()
  const editions = held.map(({ id }) => id)
  if (editions.length > 0) await takeFromReaders(tx, editions, defaultLanguage)
  await removeRows(tx, { editions, stories })
}

async function takeFromReaders(tx: Transaction, editions: string[], defaultLanguage: string): Promise<void> {
  const rows = await tx
    .selectFrom('live.edition')
    .select(['release_id', 'edition_id', 'story_id', 'language', 'slug', 'section_id', 'project_ids', 'place_codes', 'topic_ids'])
    .select('published_on')
    .where('edition_id', 'in', editions)
    .execute()
  tx.touch(rows.flatMap((row) => tagsOf(row, defaultLanguage)))
  const releases = rows.map((row) => row.release_id)
  if (releases.length > 0) {
    await tx.deleteFrom('live.river').where('release_id', 'in', releases).execute()
    await tx.deleteFrom('live.edition').where('release_id', 'in', releases).execute()
  }
  const addresses = await tx.deleteFrom('live.address').where('edition_id', 'in', editions).returning('path').execute()
  tx.touch(addresses.map(({ path }) => addressTag(path)))
  await tx.deleteFrom('live.withdrawal').where('edition_id', 'in', editions).execute()
}
