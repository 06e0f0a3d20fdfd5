import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readableLines } from './edition-line.ts'
import type { ChangeOutcome, StoryChange } from './story-change.ts'
import { changeOutcomes, storyChange } from './story-change.ts'

/** A change of many stories as it was begun. */
export type HeldChange = { id: string; member: string; by: string; what: StoryChange; begunAt: Date; undoneAt: Date | null }

export type ChangedItem = {
  edition: string
  outcome: ChangeOutcome
  reason: string | null
  revisionBefore: number | null
  revisionAfter: number | null
  assignment: string | null
}

export async function findChange(db: Reader, id: string): Promise<HeldChange | undefined> {
  const row = await db
    .selectFrom('newsroom.change')
    .select(['id', 'member_id as member', 'member_name as by', 'what', 'begun_at as begunAt', 'undone_at as undoneAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, what: storyChange.parse(row.what) }
}

export async function requireChange(db: Reader, id: string): Promise<HeldChange> {
  const change = await findChange(db, id)
  if (!change) throw new Failure('missing', 'no-such-change', 'There is no such change of stories.')
  return change
}

/** Writes down what is to be done to which stories, of those that the member may read; false: it is there already. */
export async function beginChange(
  tx: Transaction,
  by: Member,
  change: { id: string; what: StoryChange; editions: string[]; at: Date },
): Promise<boolean> {
  const begun = await tx
    .insertInto('newsroom.change')
    .values({
      id: change.id,
      member_id: by.id,
      member_name: by.name,
      what: sql`${JSON.stringify(change.what)}::jsonb`,
      begun_at: change.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows !== 1n) return false
  const known = await readableLines(tx, by).clearSelect().select('edition.id').where('edition.id', 'in', change.editions).execute()
  if (known.length === 0) throw new Failure('invalid', 'no-stories', 'Choose the stories to change first.')
  await tx
    .insertInto('newsroom.change_item')
    .values(known.map(({ id }) => ({ change_id: change.id, edition_id: id })))
    .execute()
  return true
}

/** Whether a change is asked of stories that the member may read and it was not begun for. */
export async function isOfOthers(tx: Transaction, by: Member, change: { id: string; editions: string[] }): Promise<boolean> {
  const other = await readableLines(tx, by)
    .clearSelect()
    .select('edition.id')
    .where('edition.id', 'in', change.editions)
    .where('edition.id', 'not in', (eb) => eb.selectFrom('newsroom.change_item').select('edition_id').where('change_id', '=', change.id))
    .executeTakeFirst()
  return other !== undefined
}

/** The stories of a change of which something is still to be done, always in one order. */
export async function itemsOf(db: Reader, change: string, outcomes: ChangeOutcome[]): Promise<string[]> {
  const rows = await db
    .selectFrom('newsroom.change_item')
    .select('edition_id')
    .where('change_id', '=', change)
    .where('outcome', 'in', outcomes)
    .orderBy('edition_id')
    .execute()
  return rows.map(({ edition_id }) => edition_id)
}

/** One story of a change, held until the transaction ends. */
export async function holdItem(tx: Transaction, change: string, edition: string): Promise<ChangedItem | undefined> {
  const row = await tx
    .selectFrom('newsroom.change_item')
    .select(['outcome', 'reason', 'revision_before as revisionBefore', 'revision_after as revisionAfter'])
    .select('assignment_id as assignment')
    .where('change_id', '=', change)
    .where('edition_id', '=', edition)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, edition, outcome: outcomeOf(row.outcome) }
}

export async function keepItem(tx: Transaction, change: string, item: ChangedItem): Promise<void> {
  await tx
    .updateTable('newsroom.change_item')
    .set({
      outcome: item.outcome,
      reason: item.reason,
      revision_before: item.revisionBefore,
      revision_after: item.revisionAfter,
      assignment_id: item.assignment,
    })
    .where('change_id', '=', change)
    .where('edition_id', '=', item.edition)
    .execute()
}

export const outcomeOf = (said: string): ChangeOutcome => changeOutcomes.find((one) => one === said) ?? 'left'
