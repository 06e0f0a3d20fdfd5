import { Failure } from '#lib/failure.ts'
import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readPen } from '../pens/pen-store.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { readEdition } from '../stories/edition-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { keptUntil } from './deleted-draft.ts'

/** What would go with a draft. */
export type DeletionWeight = {
  edition: HeldEdition
  /** The story's other editions, which stay; without any the story goes too. */
  others: { edition: string; language: string; headline: string }[]
  revisions: number
  comments: number
  tasks: number
  /** What somebody outside was given to look at it. */
  links: number
  /** Somebody else writes in it now. */
  writer: string | null
  until: Date
  /** Why it cannot be deleted. */
  obstacle: Failure | undefined
}

/** What would go if a draft were deleted, and whether it can be. */
export async function weighDeletion(db: Reader, member: Member, id: string, now: Date): Promise<DeletionWeight> {
  const edition = await readEdition(db, id)
  authorize(storyPolicy.deleteDraft(member, edition), 'delete this draft')
  const [others, counts, pen, obstacle] = await Promise.all([
    readOthers(db, edition),
    countWhatGoes(db, id, now),
    readPen(db, id),
    findObstacle(db, edition, now),
  ])
  const writer = pen && pen.expiresAt > now && pen.member !== member.id ? pen.name : null
  return { edition, others, ...counts, writer, until: keptUntil(now), obstacle }
}

/** Why an edition cannot be deleted; undefined where it can. */
export async function findObstacle(db: Reader, edition: HeldEdition, now: Date): Promise<Failure | undefined> {
  const releases = await db
    .selectFrom('newsroom.release')
    .select('from_at')
    .where('edition_id', '=', edition.id)
    .where('revision', 'is not', null)
    .where('called_off_at', 'is', null)
    .execute()
  if (releases.some(({ from_at }) => from_at <= now))
    return new Failure('conflict', 'draft-released', 'Readers have had this edition. What was public is withdrawn, never deleted.')
  if (releases.length > 0)
    return new Failure('conflict', 'draft-scheduled', 'This edition is to go before readers. Call its release off first, then delete it.')
  const made = await db
    .selectFrom('newsroom.translation as translation')
    .innerJoin('newsroom.edition as made', 'made.id', 'translation.edition_id')
    .select('made.language')
    .where('translation.source_id', '=', edition.id)
    .orderBy('made.language')
    .executeTakeFirst()
  if (made)
    return new Failure('conflict', 'draft-is-source', `The edition in ${made.language} is made from this one. Delete that one first.`, {
      values: { language: made.language },
    })
  return undefined
}

export const readOthers = (db: Reader, { id, story }: HeldEdition): Promise<DeletionWeight['others']> =>
  db
    .selectFrom('newsroom.edition')
    .select(['id as edition', 'language', 'headline'])
    .where('story_id', '=', story)
    .where('id', '<>', id)
    .orderBy('id')
    .execute()

async function countWhatGoes(db: Reader, edition: string, now: Date) {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('newsroom.revision')
        .select((one) => one.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .as('revisions'),
      eb
        .selectFrom('newsroom.comment')
        .select((one) => one.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .as('comments'),
      eb
        .selectFrom('newsroom.assignment')
        .select((one) => one.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .where('done_at', 'is', null)
        .as('tasks'),
      eb
        .selectFrom('newsroom.private_link')
        .select((one) => one.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .as('links'),
    ])
    .executeTakeFirstOrThrow()
  return {
    revisions: Number(row.revisions ?? 0),
    comments: Number(row.comments ?? 0),
    tasks: Number(row.tasks ?? 0),
    links: Number(row.links ?? 0),
  }
}
