import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readable } from '../members/readable.ts'
import { storyPolicy } from '../stories/story-policy.ts'
import type { DeletedDraft } from './deleted-draft.ts'
import { DraftDeleted, goneBefore, keptUntil } from './deleted-draft.ts'

export type DeletedMark = { deletedAt: Date; edition: string }
export type DeletedLine = DeletedDraft & { mayBringBack: boolean }

/** The deleted drafts that a member may read, those that were deleted last first, after one of them. */
export async function listDeletedDrafts(
  db: Reader,
  member: Member,
  now: Date,
  { after, atMost = 50 }: { after?: DeletedMark | undefined; atMost?: number } = {},
): Promise<DeletedLine[]> {
  let drafts = deletedDrafts(db, now)
    .where(readable(member))
    .orderBy('edition.deleted_at', 'desc')
    .orderBy('edition.edition_id', 'desc')
    .limit(atMost)
  if (after) drafts = drafts.where(sql<SqlBool>`(edition.deleted_at, edition.edition_id) < (${after.deletedAt}, ${after.edition}::uuid)`)
  return (await drafts.execute()).map(draftOf).map((draft) => ({ ...draft, mayBringBack: storyPolicy.bringBackDraft(member, draft) }))
}

/** What became of an edition that is not there: that it was deleted, by whom and until when it waits. Undefined for whoever may not read it. */
export async function findDeleted(db: Reader, member: Member, edition: string, now: Date): Promise<DraftDeleted | undefined> {
  const row = await deletedDrafts(db, now).where('edition.edition_id', '=', edition).executeTakeFirst()
  if (!row) return undefined
  const draft = draftOf(row)
  return storyPolicy.readStory(member, draft) ? new DraftDeleted(draft, storyPolicy.bringBackDraft(member, draft)) : undefined
}

/** The same of whatever failed because an edition is not there; undefined for any other failure. */
export async function whyGone(
  db: Reader,
  member: Member | undefined,
  { code, values }: Failure,
  now: Date,
): Promise<DraftDeleted | undefined> {
  const { edition } = values
  return member && code === 'no-such-edition' && typeof edition === 'string' ? findDeleted(db, member, edition, now) : undefined
}

/** A deleted draft, held until the transaction ends, so that it comes back once; undefined where there is none. */
export async function holdDeleted(tx: Transaction, edition: string, now: Date): Promise<DeletedDraft | undefined> {
  const row = await deletedDrafts(tx, now).where('edition.edition_id', '=', edition).forUpdate().executeTakeFirst()
  return row && draftOf(row)
}

// Called as an edition is, so that the same condition says who may read it; of the section and the projects that it would come back to.
const deletedDrafts = (db: Reader, now: Date) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('newsroom.deleted_draft as draft')
        .select(['draft.edition_id', 'draft.story_id', 'draft.is_whole_story', 'draft.language', 'draft.state', 'draft.headline'])
        .select(['draft.filed_by', 'draft.deleted_at', 'draft.deleted_by'])
        .select([
          sql<string | null>`coalesce((select stands_for from newsroom.section where id = draft.section_id), draft.section_id)`.as(
            'section_id',
          ),
          sql<string[]>`array(select distinct coalesce(project.stands_for, project.id) from newsroom.project project
            where project.id = any(draft.project_ids))`.as('project_ids'),
        ])
        .where('draft.deleted_at', '>', goneBefore(now))
        .as('edition'),
    )
    .selectAll('edition')

const draftOf = (row: Awaited<ReturnType<ReturnType<typeof deletedDrafts>['execute']>>[number]): DeletedDraft => ({
  edition: row.edition_id,
  story: row.story_id,
  isWholeStory: row.is_whole_story,
  language: row.language,
  state: row.state,
  headline: row.headline,
  section: row.section_id,
  projects: row.project_ids,
  filedBy: row.filed_by,
  deletedAt: row.deleted_at,
  deletedBy: row.deleted_by,
  until: keptUntil(row.deleted_at),
})
