import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readable } from '../members/readable.ts'
import type { ToCome } from '../stories/release-store.ts'
import { isUnderEmbargo, toComeOf } from '../stories/release-store.ts'
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
  /** The latest release is of an earlier revision than the latest. */
  hasDraftWaiting: boolean
  /** The latest release where readers do not have it yet. */
  toCome: ToCome | null
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
    .select(['edition.planned_for', 'edition.published_at', 'edition.revision', isUnderEmbargo('edition').as('is_embargoed')])
  return lines.where(readable(member))
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
    toCome: toComeOf(row, now),
    plannedFor: row.planned_for,
    publishedAt: row.shown_from === null ? null : row.published_at,
    revision: row.revision,
  }
}
