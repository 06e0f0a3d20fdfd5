import { sql } from 'kysely'

import { hashOf } from '#lib/canonical-json.ts'
import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionState, RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'

/** An edition held by this transaction until it ends. */
export type HeldEdition = { id: string; story: string; language: string; state: string; revision: number; rank: number }

/** Locks an edition, so that two acts upon it happen one after the other. */
export async function lockEdition(tx: Transaction, id: string): Promise<HeldEdition> {
  const row = await tx
    .selectFrom('newsroom.edition as edition')
    .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
    .select([
      'edition.id',
      'edition.story_id as story',
      'edition.language',
      'edition.state',
      'edition.revision',
      'story.origin_rank as rank',
    ])
    .where('edition.id', '=', id)
    .forUpdate('edition')
    .executeTakeFirst()
  if (!row) throw new Failure('missing', 'no-such-edition', 'There is no such edition; it may have been undone with its batch.')
  return row
}

export async function readRevision(tx: Transaction, edition: string, number: number): Promise<RevisionContent> {
  const row = await tx
    .selectFrom('newsroom.revision')
    .select('content')
    .where('edition_id', '=', edition)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new Failure('missing', 'no-such-revision', `The edition has no revision ${number}.`)
  return parseRevisionContent(row.content)
}

/** Adds a revision and makes it the edition's latest. */
export async function addRevision(
  tx: Transaction,
  by: Member,
  edition: string,
  number: number,
  content: RevisionContent,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('newsroom.revision')
    .values({
      edition_id: edition,
      number,
      content: sql`${JSON.stringify(content)}::jsonb`,
      hash: hashOf(content),
      saved_by: by.name,
      saved_at: at,
      name: null,
    })
    .execute()
  await tx.updateTable('newsroom.edition').set({ revision: number }).where('id', '=', edition).execute()
}

export async function setState(tx: Transaction, edition: string, state: EditionState): Promise<void> {
  await tx.updateTable('newsroom.edition').set({ state }).where('id', '=', edition).execute()
}
