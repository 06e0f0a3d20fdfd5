import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'

import { stretchOf } from '#lib/stretch-of.ts'
import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { ToCome } from '../stories/release-store.ts'
import { isUnderEmbargo, toComeOf } from '../stories/release-store.ts'
import type { EditionState } from '../stories/story.ts'
import { editionState } from '../stories/story.ts'
import { storyPolicy } from '../stories/story-policy.ts'

export type MatrixQuery = {
  /** Stories that readers have in this language. */
  releasedIn?: string
  /** … and whose edition in this one is behind its source, or is not there at all. */
  behindIn?: string
  behind?: 'stale' | 'missing' | 'either'
  section?: string
  project?: string
  /** Who has it to do, else who wrote in it last; by name. */
  owner?: string
  /** The story that the page before ended with. */
  before?: string
  /** How many at once; thirty unless told. */
  atMost?: number
}

/** An edition in the matrix. A scheduled one is released once its second has come. */
export type MatrixCell = {
  edition: string
  language: string
  headline: string
  state: EditionState
  hasDraftWaiting: boolean
  /** Its latest release where readers do not have it yet. */
  toCome: ToCome | null
  owner: string
  /** Which edition it was made from. */
  source: string | null
  stale: number
  waiting: number
  machine: number
  /** False where a member may know that it is there and no more. */
  mayRead: boolean
}

export type MatrixRow = { story: string; cells: MatrixCell[] }

export const rowsAPage = 30

/** Stories by language, last filed first, a page at a time by key: who has which edition, and how far each follows what it was made from. */
export async function listTranslations(
  db: Reader,
  member: Member,
  query: MatrixQuery,
  now: Date,
): Promise<{ rows: MatrixRow[]; next: string | undefined }> {
  const { atMost = rowsAPage } = query
  const stories = await pageOfStories(db, member, { ...query, atMost: atMost + 1 }, now)
  const { items: shown, next } = stretchOf(stories, atMost)
  const cells = shown.length === 0 ? [] : await readCells(db, member, shown, now)
  const byStory = Map.groupBy(cells, ({ story }) => story)
  return {
    rows: shown.map((story) => ({ story, cells: (byStory.get(story) ?? []).map(({ story: _story, ...cell }) => cell) })),
    next,
  }
}

async function pageOfStories(db: Reader, member: Member, query: MatrixQuery & { atMost: number }, now: Date): Promise<string[]> {
  const ofStory = [
    ...(query.before ? [sql<SqlBool>`story.id < ${query.before}::uuid`] : []),
    ...(query.releasedIn ? [releasedIn(query.releasedIn, now)] : []),
    ...(query.behindIn ? [behindIn(query.behindIn, query.behind ?? 'either')] : []),
  ]
  const ofEdition = ofOneEdition(member, query)
  const { owner, atMost } = query
  const stories = owner ? storiesOf(owner, [...ofEdition, ...ofStory], atMost) : storiesWhere(ofStory, ofEdition, atMost)
  const found = await stories.execute(db)
  return found.rows.map(({ id }) => id)
}

type Conditions = RawBuilder<SqlBool>[]

function storiesWhere(ofStory: Conditions, ofEdition: Conditions, atMost: number): RawBuilder<{ id: string }> {
  const some =
    ofEdition.length === 0
      ? []
      : [sql<SqlBool>`exists (select from newsroom.edition e where e.story_id = story.id and ${sql.join(ofEdition, sql` and `)})`]
  const conditions = [...ofStory, ...some]
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  return sql`select story.id from newsroom.story story ${where} order by story.id desc limit ${atMost}`
}

/** Each way of having an edition has an index of its own: a page of each, and the page of both. */
function storiesOf(owner: string, conditions: Conditions, atMost: number): RawBuilder<{ id: string }> {
  const pageWhere = (owns: RawBuilder<SqlBool>) => sql`
    (select distinct story.id from newsroom.edition e join newsroom.story story on story.id = e.story_id
    where ${sql.join([owns, ...conditions], sql` and `)} order by story.id desc limit ${atMost})`
  return sql`select id from (${pageWhere(isAsked(owner))} union ${pageWhere(savedLast(owner))}) story
    order by id desc limit ${atMost}`
}

const releasedIn = (language: string, now: Date) => sql<SqlBool>`exists (
  select from newsroom.edition e where e.story_id = story.id and e.language = ${language}
  and e.shown_from <= ${now} and (e.shown_until is null or e.shown_until > ${now}) and e.state <> 'withdrawn')`

function behindIn(language: string, how: 'stale' | 'missing' | 'either') {
  const stale = sql<SqlBool>`exists (
    select from newsroom.edition e join newsroom.translation t on t.edition_id = e.id
    where e.story_id = story.id and e.language = ${language} and t.stale_passages > 0)`
  const missing = sql<SqlBool>`not exists (select from newsroom.edition e where e.story_id = story.id and e.language = ${language})`
  if (how === 'stale') return stale
  return how === 'missing' ? missing : sql<SqlBool>`(${missing} or ${stale})`
}

/** What has to hold of one edition of a story at once; whoever is not given everything sees stories with an edition that they may read. */
function ofOneEdition(member: Member, { section, project }: MatrixQuery): Conditions {
  return [
    ...(section ? [sql<SqlBool>`e.section_id = ${section}::uuid`] : []),
    ...(project ? [sql<SqlBool>`e.project_ids @> array[${project}::uuid]`] : []),
    ...(member.role === 'contributor' ? [sql<SqlBool>`(e.filed_by = ${member.id}::uuid or ${given(member)})`] : []),
  ]
}

const isAsked = (owner: string) => sql<SqlBool>`e.id in (
  select assignment.edition_id from newsroom.assignment assignment join newsroom.member member on member.id = assignment.member_id
  where assignment.done_at is null and member.name = ${owner})`

/** The last to write in it, where nobody is asked. */
const savedLast = (owner: string) => sql<SqlBool>`e.saved_by = ${owner} and not exists (
  select from newsroom.assignment assignment where assignment.edition_id = e.id and assignment.done_at is null)`

const ownerOf = sql`
  select member.name from newsroom.assignment assignment join newsroom.member member on member.id = assignment.member_id
  where assignment.edition_id = e.id and assignment.done_at is null order by assignment.due_on nulls last, assignment.id limit 1`

function given({ projects, sections, languages }: Member) {
  const conditions = [
    ...(projects ? [sql<SqlBool>`e.project_ids && ${projects}::uuid[]`] : []),
    ...(sections ? [sql<SqlBool>`e.section_id = any(${sections}::uuid[])`] : []),
    ...(languages ? [sql<SqlBool>`e.language = any(${languages}::text[])`] : []),
  ]
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

async function readCells(db: Reader, member: Member, stories: string[], now: Date): Promise<(MatrixCell & { story: string })[]> {
  const rows = await db
    .selectFrom('newsroom.edition as e')
    .leftJoin('newsroom.translation as t', 't.edition_id', 'e.id')
    .select(['e.id', 'e.story_id', 'e.language', 'e.headline', 'e.state', 'e.saved_by', 'e.shown_from', 'e.shown_revision', 'e.revision'])
    .select(['e.section_id', 'e.project_ids', 'e.filed_by', 't.source_id', 't.stale_passages', 't.waiting_passages', 't.machine_passages'])
    .select([sql<string | null>`(${ownerOf})`.as('owner'), isUnderEmbargo('e').as('is_embargoed')])
    .where('e.story_id', 'in', stories)
    .execute()
  return rows.map((row) => {
    const state = editionState(row.state)
    const isOut = state === 'scheduled' && row.shown_from !== null && row.shown_from <= now
    const subject = { section: row.section_id, projects: row.project_ids, language: row.language, filedBy: row.filed_by, state: row.state }
    return {
      story: row.story_id,
      edition: row.id,
      language: row.language,
      headline: row.headline,
      state: isOut ? 'released' : state,
      hasDraftWaiting: row.shown_revision !== null && row.shown_revision !== row.revision,
      toCome: toComeOf(row, now),
      owner: row.owner ?? row.saved_by,
      source: row.source_id,
      stale: row.stale_passages ?? 0,
      waiting: row.waiting_passages ?? 0,
      machine: row.machine_passages ?? 0,
      mayRead: storyPolicy.readStory(member, subject),
    }
  })
}
