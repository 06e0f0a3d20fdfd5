import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionLine } from './edition-line.ts'
import { lineOf, readableLines } from './edition-line.ts'
import { given, readable } from '../members/readable.ts'
import { findBehind } from './find-behind.ts'

export type Task = { id: string; edition: string; headline: string; task: string; dueOn: string | null; givenBy: string }
/** What one person cleared alone; `mayLook`: the member can be the second person. */
export type ClearedAlone = {
  step: string
  edition: string
  headline: string
  by: string
  isOwn: boolean
  mayLook: boolean
  at: Date
  reason: string
}

/** Everything that the desk's first page tells a member. */
export type Overview = {
  toClear: EditionLine[]
  own: EditionLine[]
  /** Translations whose source changed since. */
  behind: EditionLine[]
  scheduled: EditionLine[]
  /** Should have been with readers by now, and are not. */
  overdue: EditionLine[]
  clearedAlone: ClearedAlone[]
  tasks: Task[]
  latest: EditionLine[]
}

const atMost = 20
// Every one of them stays before everyone who may read it; the bound is for a newsroom that never looks.
const atMostAlone = 200

export async function readOverview(db: Reader, member: Member, now: Date): Promise<Overview> {
  const lines = () => readableLines(db, member)
  const found = async (query: ReturnType<typeof lines>) => (await query.limit(atMost).execute()).map((row) => lineOf(row, now))
  const [toClear, own, behind, scheduled, overdue, clearedAlone, tasks, latest] = await Promise.all([
    mayClear(member)
      ? found(lines().where('edition.state', 'in', ['in review', 'cleared']).where(given(member)).orderBy('edition.saved_at'))
      : [],
    found(
      lines()
        .where('edition.id', 'in', writtenOrSent(db, member))
        .where('edition.state', 'in', ['draft', 'in review', 'cleared'])
        .orderBy('edition.saved_at', 'desc'),
    ),
    findBehind(db, member, now, atMost),
    found(lines().where('edition.shown_from', '>', now).orderBy('edition.shown_from')),
    found(lines().where('edition.planned_for', '<=', now).orderBy('edition.planned_for')),
    readClearedAlone(db, member),
    readTasks(db, member),
    // As the site orders its news: other facts, another address or a slip of the pen make nothing new.
    found(
      lines()
        .where('edition.shown_from', '<=', now)
        .where('edition.published_at', 'is not', null)
        .orderBy('edition.published_at', 'desc')
        .orderBy('edition.id', 'desc'),
    ),
  ])
  return { toClear, own, behind, scheduled, overdue, clearedAlone, tasks, latest: latest.slice(0, 8) }
}

/** What a member filed, and what they sent for review whoever filed it. */
function writtenOrSent(db: Reader, { id }: Member) {
  const written = db.selectFrom('newsroom.edition as written').select('written.id').where('written.filed_by', '=', id)
  return written.union(
    db.selectFrom('newsroom.step as step').select('step.edition_id as id').where('step.member_id', '=', id).where('step.act', '=', 'sent'),
  )
}

const mayClear = ({ role }: Member): boolean => role !== 'contributor' && role !== 'observer'

async function readClearedAlone(db: Reader, member: Member): Promise<ClearedAlone[]> {
  const rows = await db
    .selectFrom('newsroom.step as step')
    .innerJoin('newsroom.edition as edition', 'edition.id', 'step.edition_id')
    .select(['step.id', 'step.edition_id', 'edition.headline', 'step.member_name', 'step.member_id', 'step.at', 'step.reason'])
    .select(given(member).as('is_given'))
    .where('step.act', '=', 'cleared alone')
    .where('step.looked_at', 'is', null)
    .where(readable(member))
    .orderBy('step.at')
    .limit(atMostAlone)
    .execute()
  return rows.map((row) => ({
    step: row.id,
    edition: row.edition_id,
    headline: row.headline,
    by: row.member_name,
    isOwn: row.member_id === member.id,
    mayLook: row.member_id !== member.id && Boolean(row.is_given) && mayClear(member),
    at: row.at,
    reason: row.reason ?? '',
  }))
}

async function readTasks(db: Reader, member: Member): Promise<Task[]> {
  const rows = await db
    .selectFrom('newsroom.assignment as assignment')
    .innerJoin('newsroom.edition as edition', 'edition.id', 'assignment.edition_id')
    .select(['assignment.id', 'assignment.edition_id as edition', 'edition.headline', 'assignment.task', 'assignment.due_on'])
    .select('assignment.given_by')
    .where('assignment.member_id', '=', member.id)
    .where('assignment.done_at', 'is', null)
    .where(readable(member))
    .orderBy('assignment.due_on', (order) => order.asc().nullsLast())
    .limit(atMost)
    .execute()
  return rows.map(({ due_on, given_by, ...row }) => ({ ...row, dueOn: due_on, givenBy: given_by }))
}
