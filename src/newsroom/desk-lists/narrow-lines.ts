import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionState } from '../stories/story.ts'
import { readableLines } from './edition-line.ts'
import type { ListFilter } from './list-query.ts'
import type { TextQuery } from './text-query.ts'
import { isAbout, textQuery } from './text-query.ts'

type Lines = ReturnType<typeof readableLines>
const facets = ['place', 'topic', 'person', 'organisation'] as const

export type NarrowedLines = { lines: Lines; text: TextQuery | undefined }

/** The editions that a member may read and that a filter lets through. */
export async function narrowLines(db: Reader, member: Member, filter: ListFilter, now: Date): Promise<NarrowedLines> {
  const text = filter.text ? await textQuery(db, filter.text, filter.language) : undefined
  let lines = ofPeople(readableLines(db, member), member, filter)
  if (text) lines = lines.where(text.matches)
  if (filter.state) lines = inState(lines, filter.state, now)
  if (filter.language) lines = lines.where('edition.language', '=', filter.language)
  if (filter.section !== undefined)
    lines = filter.section === null ? lines.where('edition.section_id', 'is', null) : lines.where('edition.section_id', '=', filter.section)
  if (filter.project) lines = lines.where(sql<SqlBool>`edition.project_ids && array[${filter.project}]::uuid[]`)
  for (const facet of facets) {
    const id = filter[facet]
    if (id) lines = lines.where(isAbout(await everNamed(db, facet, id)))
  }
  if (filter.releasedFrom ?? filter.releasedBefore) lines = lines.where('edition.shown_from', 'is not', null)
  if (filter.releasedFrom) lines = lines.where('edition.published_at', '>=', filter.releasedFrom)
  if (filter.releasedBefore) lines = lines.where('edition.published_at', '<', filter.releasedBefore)
  if (filter.isStale)
    lines = lines.where('edition.id', 'in', (eb) =>
      eb.selectFrom('newsroom.translation as translation').select('translation.edition_id').where('translation.stale_passages', '>', 0),
    )
  return { lines, text }
}

function ofPeople(lines: Lines, member: Member, { isOwn, author, assignee }: ListFilter): Lines {
  let narrowed = isOwn ? lines.where('edition.filed_by', '=', member.id) : lines
  if (author) narrowed = narrowed.where('edition.filed_by', '=', author)
  if (assignee)
    narrowed = narrowed.where('edition.id', 'in', (eb) =>
      eb
        .selectFrom('newsroom.assignment as assignment')
        .select('assignment.edition_id')
        .where('assignment.member_id', '=', assignee)
        .where('assignment.done_at', 'is', null),
    )
  return narrowed
}

/** Nothing runs when a scheduled edition's second comes: it is released then. */
function inState(lines: Lines, state: EditionState, now: Date): Lines {
  if (state === 'scheduled') return lines.where('edition.state', '=', state).where('edition.shown_from', '>', now)
  if (state !== 'released') return lines.where('edition.state', '=', state)
  return lines.where((eb) =>
    eb.or([eb('edition.state', '=', state), eb.and([eb('edition.state', '=', 'scheduled'), eb('edition.shown_from', '<=', now)])]),
  )
}

/** An entry as search vectors name it, and those that were merged into it: texts may have been saved before. */
async function everNamed(db: Reader, facet: (typeof facets)[number], id: string): Promise<string[]> {
  const rows = await db.selectFrom('live.merged_entry').select('id').where('into_id', '=', id).execute()
  return [id, ...rows.map((row) => row.id)].map((one) => `${facet}=${one}`)
}
