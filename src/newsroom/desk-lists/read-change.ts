import type { SqlBool } from 'kysely'
import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { authorize } from '../stories/story-policy.ts'
import { outcomeOf, requireChange } from './change-store.ts'
import type { HeldChange } from './change-store.ts'
import { readableLines } from './edition-line.ts'
import { listPolicy } from './list-policy.ts'
import type { ChangeOutcome } from './story-change.ts'
import { storyChange, undoDays } from './story-change.ts'
import { isUndoable, undoable } from './undo-change.ts'

export type ChangeReport = HeldChange & {
  items: { edition: string; headline: string; language: string; outcome: ChangeOutcome; reason: string | null }[]
  mayUndo: boolean
}

/** What became of each story of a change, those that were left first. */
export async function readChange(db: Reader, member: Member, id: string, now: Date): Promise<ChangeReport> {
  const change = await requireChange(db, id)
  authorize(listPolicy.readChange(member, change), 'see this change')
  const rows = await readableLines(db, member)
    .innerJoin('newsroom.change_item as item', 'item.edition_id', 'edition.id')
    .clearSelect()
    .select(['edition.id as edition', 'edition.headline', 'edition.language', 'item.outcome', 'item.reason'])
    .where('item.change_id', '=', id)
    .orderBy('edition.saved_at', 'desc')
    .orderBy('edition.id')
    .execute()
  const items = rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) }))
  const mayUndo =
    listPolicy.undoChange(member, change) && isUndoable(change.begunAt, now) && items.some(({ outcome }) => undoable.includes(outcome))
  return { ...change, items, mayUndo }
}

export type ChangeLine = HeldChange & { stories: number }

export type ChangeMark = { begunAt: Date; id: string }

/** One's own changes of many stories that can still be undone, the last first, after one of them. */
export async function listChanges(
  db: Reader,
  member: Member,
  now: Date,
  { after, atMost = 50 }: { after?: ChangeMark | undefined; atMost?: number } = {},
): Promise<ChangeLine[]> {
  let changes = db
    .selectFrom('newsroom.change as change')
    .select(['change.id', 'change.member_id as member', 'change.member_name as by', 'change.begun_at as begunAt'])
    .select(['change.what', 'change.undone_at as undoneAt'])
    .select((eb) =>
      eb
        .selectFrom('newsroom.change_item as item')
        .select((item) => item.fn.countAll<string>().as('n'))
        .whereRef('item.change_id', '=', 'change.id')
        .as('stories'),
    )
    .where('change.member_id', '=', member.id)
    .where('change.undone_at', 'is', null)
    .where('change.begun_at', '>', new Date(now.getTime() - undoDays * 86_400_000))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('newsroom.change_item as done')
          .select('done.edition_id')
          .whereRef('done.change_id', '=', 'change.id')
          .where('done.outcome', 'in', ['waiting', ...undoable]),
      ),
    )
    .orderBy('change.begun_at', 'desc')
    .orderBy('change.id', 'desc')
    .limit(atMost)
  if (after) changes = changes.where(sql<SqlBool>`(change.begun_at, change.id) < (${after.begunAt}, ${after.id}::uuid)`)
  const rows = await changes.execute()
  return rows.map((row) => ({ ...row, what: storyChange.parse(row.what), stories: Number(row.stories ?? 0) }))
}
