import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionState } from '../stories/story.ts'
import { editionState } from '../stories/story.ts'

/** An edition in a list of the desk. */
export type EditionLine = {
  edition: string
  story: string
  language: string
  headline: string
  state: EditionState
  savedAt: Date
  savedBy: string
  section: string | null
  projects: string[]
  /** When its latest release is, or was, before readers. */
  shownFrom: Date | null
  shownUntil: Date | null
  /** Readers see an earlier revision than the latest. */
  hasDraftWaiting: boolean
  plannedFor: Date | null
  /** Since when readers have the story, whatever was released of it since; in the days to come for what is scheduled. */
  publishedAt: Date | null
  revision: number
}

/** The editions that a member may read, as lines; who is given everything reads everything. */
export function readableLines(db: Reader, member: Member) {
  const lines = db
    .selectFrom('newsroom.edition as edition')
    .select([
      'edition.id',
      'edition.story_id',
      'edition.language',
      'edition.headline',
      'edition.state',
      'edition.saved_at',
      'edition.saved_by',
    ])
    .select(['edition.section_id', 'edition.project_ids', 'edition.shown_from', 'edition.shown_until', 'edition.shown_revision'])
    .select(['edition.planned_for', 'edition.published_at', 'edition.revision'])
  return lines.where(readable(member))
}

/** The condition that a member may read an edition (aliased `edition`); the policy of stories says the same of one. */
export function readable(member: Member) {
  return member.role === 'contributor' ? sql<SqlBool>`(edition.filed_by = ${member.id}::uuid or ${given(member)})` : sql<SqlBool>`true`
}

/** The condition that an edition (aliased `edition`) lies in what is given to a member; `isGiven` says the same of one. */
export function given(member: Member) {
  const conditions = [
    ...(member.projects ? [sql<SqlBool>`edition.project_ids && ${member.projects}::uuid[]`] : []),
    ...(member.sections ? [sql<SqlBool>`edition.section_id = any(${member.sections}::uuid[])`] : []),
    ...(member.languages ? [sql<SqlBool>`edition.language = any(${member.languages}::text[])`] : []),
  ]
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

type LineRow = Awaited<ReturnType<ReturnType<typeof readableLines>['execute']>>[number]

/** A scheduled edition is released once its second has come: nothing has to run for it. */
export function lineOf(row: LineRow, now: Date): EditionLine {
  const state = editionState(row.state)
  const isOut = state === 'scheduled' && row.shown_from !== null && row.shown_from <= now
  return {
    edition: row.id,
    story: row.story_id,
    language: row.language,
    headline: row.headline,
    state: isOut ? 'released' : state,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    section: row.section_id,
    projects: row.project_ids,
    shownFrom: row.shown_from,
    shownUntil: row.shown_until,
    hasDraftWaiting: row.shown_revision !== null && row.shown_revision !== row.revision,
    plannedFor: row.planned_for,
    publishedAt: row.shown_from === null ? null : row.published_at,
    revision: row.revision,
  }
}
