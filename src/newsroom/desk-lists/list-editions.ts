import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionState } from '../stories/story.ts'
import type { EditionLine } from './edition-line.ts'
import { lineOf, readableLines } from './edition-line.ts'

export type ListQuery = {
  state?: EditionState
  text?: string
  isOwn?: boolean
  language?: string
  section?: string
  before?: { savedAt: Date; edition: string }
}

export const linesAPage = 30

/** The editions that a member may read, last saved first, a page at a time by key. */
export async function listEditions(
  db: Reader,
  member: Member,
  query: ListQuery,
  now: Date,
): Promise<{ lines: EditionLine[]; next: EditionLine | undefined }> {
  let lines = readableLines(db, member)
  const { state, text, before } = query
  if (query.isOwn) lines = lines.where('edition.filed_by', '=', member.id)
  if (query.language) lines = lines.where('edition.language', '=', query.language)
  if (query.section) lines = lines.where('edition.section_id', '=', query.section)
  if (text) lines = lines.where('edition.headline', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  if (state === 'scheduled') lines = lines.where('edition.state', '=', state).where('edition.shown_from', '>', now)
  else if (state === 'released')
    lines = lines.where((eb) =>
      eb.or([eb('edition.state', '=', state), eb.and([eb('edition.state', '=', 'scheduled'), eb('edition.shown_from', '<=', now)])]),
    )
  else if (state) lines = lines.where('edition.state', '=', state)
  if (before)
    lines = lines.where((eb) =>
      eb.or([
        eb('edition.saved_at', '<', before.savedAt),
        eb.and([eb('edition.saved_at', '=', before.savedAt), eb('edition.id', '<', before.edition)]),
      ]),
    )
  const rows = await lines
    .orderBy('edition.saved_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(linesAPage + 1)
    .execute()
  const shown = rows.slice(0, linesAPage).map((row) => lineOf(row, now))
  return { lines: shown, next: rows.length > linesAPage ? shown.at(-1) : undefined }
}
