import { sql } from 'kysely'

import { hashOf } from '#lib/canonical-json.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdMerges, readAllMerged } from '../references/current-references.ts'
import { followMerges } from '../references/references.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { LiveEdition } from '../stories/live-edition.ts'
import { dayIn, liveEditionOf } from '../stories/live-edition.ts'
import { claimOldAddresses, putLive } from '../stories/live-store.ts'
import { revisionVector } from '../stories/search-vector.ts'
import { authorize, mayBringIn, storyPolicy } from '../stories/story-policy.ts'
import type { BatchItem } from './batch-item.ts'
import { freeSlugs } from './free-slugs.ts'

type Filed = BatchItem & { story: string; edition: string; release: string }

/** Files a chunk of a batch in one transaction, released under its own dates if wished; what was filed before is left as it is. Returns how many are new. */
export async function fileItems(
  newsroom: Newsroom,
  by: Member,
  chunk: { batch: string; items: BatchItem[]; as: 'draft' | 'published' },
): Promise<number> {
  authorize(mayBringIn(by, chunk.as), 'bring an archive in')
  authorize(chunk.items.every(isTheirs(by)), 'file these stories')
  const now = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    await holdMerges(tx)
    const settings = await readSettings(tx)
    const defaultLanguage = settings.languages[0] ?? 'en'
    const fresh = await onlyNew(tx, chunk.items)
    if (fresh.length === 0) return 0
    const wishes = fresh.map((item) => ({
      slug: item.content.slug,
      language: item.language,
      day: item.publishedAt && dayIn(item.publishedAt, settings.timeZone),
    }))
    const [slugs, merged] = [await freeSlugs(tx, wishes, defaultLanguage), await readAllMerged(tx)]
    const filed: Filed[] = fresh.map((item, index) => ({
      ...item,
      content: followMerges({ ...item.content, slug: slugs[index] ?? item.content.slug }, merged),
      story: uuid7(now),
      edition: uuid7(now),
      release: uuid7(now),
    }))
    const isReleased = (item: Filed) => chunk.as === 'published' && item.publishedAt !== null
    await insertDrafts(tx, by, chunk.batch, filed, { now, isReleased })
    await insertSuggestions(tx, filed)
    const released = filed.filter(isReleased)
    await insertReleases(tx, by, released, now)
    await putLive(
      tx,
      released.map((item) => liveOf(item, settings.timeZone, now)),
      { now, defaultLanguage },
    )
    await claimOldAddresses(
      tx,
      released.flatMap(({ oldAddress: path, edition }) => (path === null ? [] : [{ path, edition, since: now }])),
    )
    await recordFiled(tx, by, chunk, { filed: filed.length, released: released.length, at: now })
    return filed.length
  })
}

/** A draft of an archive stands where its bringer might have filed it by hand. */
const isTheirs =
  (by: Member) =>
  ({ language, content: { section, projects } }: BatchItem): boolean =>
    storyPolicy.fileStory(by, { section, projects, language, filedBy: null, state: 'draft' })

/** One act for a chunk, however many stories it brought. */
async function recordFiled(
  tx: Transaction,
  by: Member,
  { batch, as }: { batch: string; as: string },
  { at, ...counted }: { filed: number; released: number; at: Date },
): Promise<void> {
  const found = await tx.selectFrom('newsroom.batch').select('source').where('id', '=', batch).executeTakeFirst()
  await recordAct(tx, by, { act: 'fileItems', kind: 'batch', id: batch, name: found?.source ?? '', at, details: { ...counted, as } })
}

async function onlyNew(tx: Transaction, items: BatchItem[]): Promise<BatchItem[]> {
  const unique = [...new Map(items.map((item) => [item.key, item])).values()]
  const known = await tx
    .selectFrom('newsroom.story')
    .select('origin_key')
    .where(
      'origin_key',
      'in',
      unique.map((item) => item.key),
    )
    .execute()
  const keys = new Set(known.map((row) => row.origin_key))
  return unique.filter((item) => !keys.has(item.key))
}

async function insertDrafts(
  tx: Transaction,
  by: Member,
  batch: string,
  filed: Filed[],
  of: { now: Date; isReleased: (item: Filed) => boolean },
): Promise<void> {
  await tx
    .insertInto('newsroom.story')
    .values(
      filed.map((item) => ({
        id: item.story,
        kind: item.content.kind,
        origin_address: item.oldAddress,
        origin_key: item.key,
        origin_rank: item.rank,
        origin_published_at: item.publishedAt,
        batch_id: batch,
        filed_at: of.now,
      })),
    )
    .execute()
  await tx
    .insertInto('newsroom.edition')
    .values(
      filed.map((item) => ({
        id: item.edition,
        story_id: item.story,
        language: item.language,
        state: of.isReleased(item) ? 'released' : 'draft',
        revision: 1,
        headline: item.content.headline,
        slug: item.content.slug,
        section_id: item.content.section,
        project_ids: item.content.projects,
        saved_at: of.now,
        saved_by: by.name,
        search: revisionVector(item.language, item.content),
        ...(of.isReleased(item) && shownAsFiled(item.publishedAt ?? of.now)),
      })),
    )
    .execute()
  await tx
    .insertInto('newsroom.revision')
    .values(
      filed.map((item) => ({
        edition_id: item.edition,
        number: 1,
        content: sql`${JSON.stringify(item.content)}::jsonb`,
        hash: hashOf(item.content),
        saved_by: by.name,
        saved_at: of.now,
      })),
    )
    .execute()
}

/** What was public elsewhere counts as cleared: its text was before readers already. */
function shownAsFiled(from: Date) {
  return { cleared_revision: 1, seconded_revision: 1, counted_from: 1, shown_revision: 1, shown_from: from, published_at: from }
}

async function insertSuggestions(tx: Transaction, filed: Filed[]): Promise<void> {
  const suggested = filed.filter((item) => item.suggestions.length > 0)
  if (suggested.length === 0) return
  await tx
    .insertInto('newsroom.suggestion')
    .values(suggested.map((item) => ({ story_id: item.story, facts: sql`${JSON.stringify(item.suggestions)}::jsonb` })))
    .execute()
}

async function insertReleases(tx: Transaction, by: Member, released: Filed[], now: Date): Promise<void> {
  if (released.length === 0) return
  await tx
    .insertInto('newsroom.release')
    .values(
      released.map((item) => ({
        id: item.release,
        edition_id: item.edition,
        revision: 1,
        kind: 'first',
        from_at: item.publishedAt ?? now,
        public_note: null,
        released_by: by.name,
        recorded_at: now,
        called_off_at: null,
      })),
    )
    .execute()
}

function liveOf(item: Filed, timeZone: string, now: Date): LiveEdition {
  const publishedAt = item.publishedAt ?? now
  return liveEditionOf(
    { release: item.release, edition: item.edition, story: item.story, language: item.language, rank: item.rank, timeZone },
    item.content,
    { visibleFrom: publishedAt, publishedAt, modifiedAt: null, corrections: [] },
  )
}
