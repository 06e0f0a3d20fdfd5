import { sql } from 'kysely'

import { hashOf } from '#lib/canonical-json.ts'
import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { currentReferences, holdMerges } from '../references/current-references.ts'
import type { ChangeAmount } from './change-amount.ts'
import { changeAmount } from './change-amount.ts'
import { followRevision } from './passages/follow-revision.ts'
import { revisionVector } from './search-vector.ts'
import type { EditionState, RevisionContent } from './story.ts'
import { editionState } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import type { StorySubject } from './story-policy.ts'

/** An edition held by this transaction until it ends; it is the subject that policies judge. */
export type HeldEdition = StorySubject & {
  id: string
  story: string
  state: EditionState
  headline: string
  revision: number
  rank: number
  sent: number | null
  cleared: number | null
  /** The revision that a second person has cleared, or looked at after one cleared it alone. */
  seconded: number | null
  /** The last that readers saw and a second person stood by; whoever saved later wrote what waits now. */
  countedFrom: number | null
  /** The revision that readers see, or will see from `shownFrom` on. */
  shown: number | null
  shownFrom: Date | null
  shownUntil: Date | null
}

/** Locks an edition, so that two acts upon it happen one after the other. */
export async function lockEdition(tx: Transaction, id: string): Promise<HeldEdition> {
  await holdMerges(tx)
  const row = await editionQuery(tx, id).forUpdate('edition').executeTakeFirst()
  return heldEdition(row, id)
}

/** The same without holding it, for questions. */
export async function readEdition(db: Reader, id: string): Promise<HeldEdition> {
  return heldEdition(await editionQuery(db, id).executeTakeFirst(), id)
}

/** What a revision says; where it names an entry that was merged since, it names the one that this was merged into. */
export async function readRevision(db: Reader, edition: string, number: number): Promise<RevisionContent> {
  const content = await findRevision(db, edition, number)
  if (!content) throw new Failure('missing', 'no-such-revision', `The edition has no revision ${number}.`)
  return content
}

/** The same; undefined where there is none, or an autosave of that number was squashed. */
export async function findRevision(db: Reader, edition: string, number: number): Promise<RevisionContent | undefined> {
  // A number from outside may be none, or larger than any that the archive can hold.
  const isNumber = Number.isInteger(number) && Math.abs(number) < 2 ** 31
  const row =
    isNumber &&
    (await db
      .selectFrom('newsroom.revision')
      .select('content')
      .where('edition_id', '=', edition)
      .where('number', '=', number)
      .executeTakeFirst())
  return row ? currentReferences(db, parseRevisionContent(row.content)) : undefined
}

export type NewRevision = {
  edition: string
  number: number
  content: RevisionContent
  at: Date
  /** Of a run of autosaves: when it began, and the autosave of it that this one takes the place of. */
  run?: { since: Date; replaces: number | null }
  /** The same text at another address: whoever moved it wrote none of it. */
  isMoved?: boolean
  /** Made by a change of many stories: the edition goes on as saved last when, and by whom, it was written. */
  isOfMany?: boolean
  /** The tab of a browser that saved it, and that browser's clock then, in milliseconds. */
  from?: { tab: string; order: number }
}

/** Adds a revision and makes it the edition's latest. */
export async function addRevision(
  tx: Transaction,
  by: Member,
  { edition, number, content: given, at, run, isMoved = false, isOfMany = false, from }: NewRevision,
): Promise<void> {
  const content = await currentReferences(tx, given)
  const amount = await amountSince(tx, { edition, before: run?.replaces ?? number }, content)
  await tx
    .insertInto('newsroom.revision')
    .values({
      edition_id: edition,
      number,
      content: sql`${JSON.stringify(content)}::jsonb`,
      hash: hashOf(content),
      saved_by: by.name,
      saved_at: at,
      saver_id: isMoved ? null : by.id,
      is_autosave: run !== undefined,
      run_began_at: run?.since ?? null,
      saver_tab: from?.tab ?? null,
      tab_order: from?.order ?? null,
      words_added: amount?.added ?? null,
      words_removed: amount?.removed ?? null,
      facts_changed: amount?.facts ?? null,
    })
    .execute()
  await tx
    .updateTable('newsroom.edition')
    .set({
      revision: number,
      headline: content.headline,
      slug: content.slug,
      section_id: content.section,
      project_ids: content.projects,
      ...(!isOfMany && { saved_at: at, saved_by: by.name }),
      search: sql`${revisionVector(sql.ref<string>('language'), content)} || ${stillShown}`,
    })
    .where('id', '=', edition)
    .execute()
  await followRevision(tx, edition, number, content)
}

/** How much a text changed since the last revision before a number; undefined where there is none or it is too much to count. Counted once, when it is saved: lists only print it. */
async function amountSince(
  tx: Transaction,
  { edition, before }: { edition: string; before: number },
  content: RevisionContent,
): Promise<ChangeAmount | undefined> {
  if (before <= 1) return undefined
  const row = await tx
    .selectFrom('newsroom.revision')
    .select('content')
    .where('edition_id', '=', edition)
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && changeAmount(await currentReferences(tx, parseRevisionContent(row.content)), content)
}

// Whoever searches finds a story by what readers see, too, while a draft waits on it.
const stillShown = sql`coalesce((select strip(shown.search) from live.edition shown where shown.edition_id = newsroom.edition.id
  order by shown.visible_from desc limit 1), '')`

export async function setState(
  tx: Transaction,
  edition: string,
  state: EditionState,
  more: { sent_revision?: number | null; cleared_revision?: number | null; seconded_revision?: number | null } = {},
): Promise<void> {
  await tx
    .updateTable('newsroom.edition')
    .set({ state, ...more })
    .where('id', '=', edition)
    .execute()
}

/** Keeps a revision that something speaks of; no autosave takes its place. An empty name takes its name away. */
export async function keepRevision(
  tx: Transaction,
  by: Member,
  of: { edition: string; number: number; at: Date; name?: string },
): Promise<void> {
  await tx
    .insertInto('newsroom.kept_revision')
    .values({ edition_id: of.edition, number: of.number, name: of.name || null, kept_by: by.name, kept_at: of.at })
    .onConflict((conflict) =>
      of.name === undefined ? conflict.doNothing() : conflict.columns(['edition_id', 'number']).doUpdateSet({ name: of.name || null }),
    )
    .execute()
}

/** What a HeldEdition is made of, for a read that joins more to it. */
export function editionQuery(db: Reader, id: string) {
  return db
    .selectFrom('newsroom.edition as edition')
    .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
    .select(['edition.id', 'edition.story_id as story', 'edition.language', 'edition.state', 'edition.headline', 'edition.revision'])
    .select([
      'edition.section_id as section',
      'edition.project_ids as projects',
      'edition.filed_by as filedBy',
      'story.origin_rank as rank',
    ])
    .select(['edition.sent_revision as sent', 'edition.cleared_revision as cleared', 'edition.seconded_revision as seconded'])
    .select('edition.counted_from as countedFrom')
    .select(['edition.shown_revision as shown', 'edition.shown_from as shownFrom', 'edition.shown_until as shownUntil'])
    .where('edition.id', '=', id)
}

type EditionRow = Awaited<ReturnType<ReturnType<typeof editionQuery>['executeTakeFirst']>>

export function heldEdition(row: EditionRow, id: string): HeldEdition {
  if (!row) throw noSuchEdition(id)
  return { ...row, state: editionState(row.state) }
}

export const noSuchEdition = (id: string): Failure =>
  new Failure('missing', 'no-such-edition', 'There is no such edition; it may have been deleted, or undone with its batch.', {
    values: { edition: id },
  })
