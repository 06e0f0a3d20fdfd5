import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdMerges } from '../references/current-references.ts'
import { revokeLinks } from '../revoke-links.ts'
import { actOn } from '../stories/act-on.ts'
import { lockEdition, readEdition, readRevision } from '../stories/edition-store.ts'
import { followRevision } from '../stories/passages/follow-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import type { DeletedDraft } from './deleted-draft.ts'
import { holdDeleted } from './find-deleted-drafts.ts'
import { putRows } from './move-rows.ts'

/**
 * Brings a deleted draft back as it was, its comments and tasks with it, and its private links if whoever brings it back could make them. One that is
 * there already stays as it is.
 */
export async function bringBackDraft(newsroom: Newsroom, by: Member, input: { edition: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    await holdMerges(tx)
    const draft = await holdDeleted(tx, input.edition, now)
    authorize(storyPolicy.bringBackDraft(by, draft ?? (await readEdition(tx, input.edition))), 'bring this draft back')
    if (!draft) return
    const { source, origin } = await readTies(tx, draft.edition)
    if (source !== null) await holdSource(tx, source)
    if (draft.isWholeStory) await refuseFiledAgain(tx, origin)
    else await requirePlace(tx, draft)
    await putRows(tx, draft.edition)
    await tx.deleteFrom('newsroom.deleted_draft').where('edition_id', '=', draft.edition).execute()
    // Nobody outside reads a text again by the hand of someone who may show it to nobody.
    if (!storyPolicy.makePrivateLink(by, draft)) await revokeLinks(tx, { edition_id: draft.edition }, now)
    await catchUp(tx, draft, source)
    await unsayDeletion(tx, draft)
    const details = { story: draft.story, language: draft.language, isWholeStory: draft.isWholeStory }
    await actOn(tx, by, { id: draft.edition, headline: draft.headline }, { act: 'bringBackDraft', at: now, details })
  })
}

/** Nobody is told any more that a draft was deleted that is there again. */
async function unsayDeletion(tx: Transaction, { filedBy, headline, deletedAt }: DeletedDraft): Promise<void> {
  if (filedBy === null) return
  await tx
    .deleteFrom('newsroom.notice')
    .where('kind', '=', 'deleted')
    .where('member_id', '=', filedBy)
    .where('at', '=', deletedAt)
    .where('words', '=', headline.slice(0, 500))
    .where('seen_at', 'is', null)
    .where('mailed_at', 'is', null)
    .execute()
}

/** What a draft was made from, and where it was brought in from. */
async function readTies(tx: Transaction, edition: string): Promise<{ source: string | null; origin: string | null }> {
  const { rows } = await sql<{ source: string | null; origin: string | null }>`
    select rows -> 'newsroom.translation' -> 0 ->> 'source_id' as source, rows -> 'newsroom.story' -> 0 ->> 'origin_key' as origin
    from newsroom.deleted_draft where edition_id = ${edition}`.execute(tx)
  return rows[0] ?? { source: null, origin: null }
}

async function holdSource(tx: Transaction, source: string): Promise<void> {
  const held = await tx.selectFrom('newsroom.edition').select('id').where('id', '=', source).forUpdate().executeTakeFirst()
  if (!held) throw new Failure('conflict', 'source-deleted', 'What this edition was made from was deleted too. Bring that back first.')
}

async function refuseFiledAgain(tx: Transaction, origin: string | null): Promise<void> {
  if (origin === null) return
  const again = await tx.selectFrom('newsroom.story').select('id').where('origin_key', '=', origin).executeTakeFirst()
  if (again)
    throw new Failure('conflict', 'filed-again', 'The same story was brought in again meanwhile. Go on with that one, or delete it first.')
}

/** A story has one edition a language, and may have gone itself. */
async function requirePlace(tx: Transaction, { story, language }: DeletedDraft): Promise<void> {
  const held = await tx.selectFrom('newsroom.story').select('id').where('id', '=', story).forUpdate().executeTakeFirst()
  if (!held)
    throw new Failure('conflict', 'story-deleted', 'The story itself was deleted since. Bring back the edition that was its last first.')
  const other = await tx
    .selectFrom('newsroom.edition')
    .select('id')
    .where('story_id', '=', story)
    .where('language', '=', language)
    .executeTakeFirst()
  if (other)
    throw new Failure(
      'conflict',
      'language-taken',
      `The story has another edition in ${language} by now. Delete that one first, if readers never had it.`,
      { values: { language } },
    )
}

/** What happened meanwhile to what the draft names: entries were merged, its source was saved. */
async function catchUp(tx: Transaction, { edition: id }: DeletedDraft, source: string | null): Promise<void> {
  const edition = await lockEdition(tx, id)
  const { section, projects, slug } = await readRevision(tx, id, edition.revision)
  await tx.updateTable('newsroom.edition').set({ section_id: section, project_ids: projects, slug }).where('id', '=', id).execute()
  if (source === null) return
  const { revision } = await readEdition(tx, source)
  await followRevision(tx, source, revision, await readRevision(tx, source, revision))
}
