import type { Reader } from '#platform/database/database.ts'

import { storyPath } from '../addresses/story-path.ts'
import type { Pen } from '../pens/pen.ts'
import { readPen } from '../pens/pen-store.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { ChangeAmount } from './change-amount.ts'
import type { Latest } from './read-latest.ts'
import { readLatest } from './read-latest.ts'

export type RevisionLine = {
  number: number
  savedBy: string
  /** When its run of autosaves began; the moment of the save for any other. */
  beganAt: Date
  savedAt: Date
  isAutosave: boolean
  name: string | null
  hash: string
  /** Since the revision before; null where nobody counted. */
  amount: ChangeAmount | null
}
export type Step = {
  id: string
  revision: number
  act: string
  by: string
  member: string | null
  at: Date
  reason: string | null
  lookedAt: Date | null
}

/** An edition as its writing screen needs it. */
export type Writing = Latest & {
  pen: Pen | undefined
  steps: Step[]
  /** Where readers find it, or will; null for what they never saw. */
  publicPath: string | null
}

export async function readWriting(db: Reader, id: string): Promise<Writing> {
  const [latest, pen, steps, publicPath] = await Promise.all([
    readLatest(db, id),
    readPen(db, id),
    readSteps(db, id),
    readPublicPath(db, id),
  ])
  return { ...latest, pen, steps, publicPath }
}

async function readPublicPath(db: Reader, edition: string): Promise<string | null> {
  const row = await db
    .selectFrom('live.edition')
    .select(['slug', 'language'])
    .where('edition_id', '=', edition)
    .orderBy('visible_from')
    .executeTakeFirst()
  if (!row) return null
  const { languages } = await readSettings(db)
  return storyPath(row.slug, row.language, languages[0] ?? 'en')
}

/** The revisions of an edition, latest first. */
export async function listRevisions(
  db: Reader,
  edition: string,
  { after, atMost = 200 }: { after?: { number: number } | undefined; atMost?: number } = {},
): Promise<RevisionLine[]> {
  let revisions = db
    .selectFrom('newsroom.revision as revision')
    .leftJoin('newsroom.kept_revision as kept', (join) =>
      join.onRef('kept.edition_id', '=', 'revision.edition_id').onRef('kept.number', '=', 'revision.number'),
    )
    .select(['revision.number', 'revision.saved_by', 'revision.saved_at', 'revision.is_autosave', 'revision.hash', 'kept.name'])
    .select(['revision.run_began_at', 'revision.words_added', 'revision.words_removed', 'revision.facts_changed'])
    .where('revision.edition_id', '=', edition)
    .orderBy('revision.number', 'desc')
    .limit(atMost)
  if (after) revisions = revisions.where('revision.number', '<', after.number)
  const rows = await revisions.execute()
  return rows.map((row) => ({
    number: row.number,
    savedBy: row.saved_by,
    beganAt: row.run_began_at ?? row.saved_at,
    savedAt: row.saved_at,
    isAutosave: row.is_autosave,
    name: row.name,
    hash: row.hash,
    amount:
      row.words_added === null || row.words_removed === null
        ? null
        : { added: row.words_added, removed: row.words_removed, facts: row.facts_changed ?? 0 },
  }))
}

async function readSteps(db: Reader, edition: string): Promise<Step[]> {
  const rows = await db
    .selectFrom('newsroom.step')
    .select(['id', 'revision', 'act', 'member_name', 'member_id', 'at', 'reason', 'looked_at'])
    .where('edition_id', '=', edition)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    act: row.act,
    by: row.member_name,
    member: row.member_id,
    at: row.at,
    reason: row.reason,
    lookedAt: row.looked_at,
  }))
}
