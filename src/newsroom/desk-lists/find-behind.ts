import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { given } from '../members/readable.ts'
import type { EditionLine } from './edition-line.ts'
import { lineOf, readableLines } from './edition-line.ts'

/**
 * Translations whose source changed since, which wait for a member: those that they filed or are asked to see to, and, for whom languages are
 * named, all that is given to them.
 */
export async function findBehind(db: Reader, member: Member, now: Date, atMost: number): Promise<EditionLine[]> {
  const rows = await readableLines(db, member)
    .innerJoin('newsroom.translation as translation', 'translation.edition_id', 'edition.id')
    .where('translation.stale_passages', '>', 0)
    .where('edition.id', 'in', theirs(db, member))
    .orderBy('edition.saved_at', 'desc')
    .limit(atMost)
    .execute()
  return rows.map((row) => lineOf(row, now))
}

// A union and no `or`: each part has an index of its own.
function theirs(db: Reader, member: Member) {
  const asked = db
    .selectFrom('newsroom.assignment as assignment')
    .select('assignment.edition_id as id')
    .where('assignment.member_id', '=', member.id)
    .where('assignment.done_at', 'is', null)
  const own = db.selectFrom('newsroom.edition as filed').select('filed.id').where('filed.filed_by', '=', member.id).union(asked)
  if (!member.languages || member.role === 'observer') return own
  const inTheirLanguages = db
    .selectFrom('newsroom.translation as stale')
    .innerJoin('newsroom.edition as edition', 'edition.id', 'stale.edition_id')
    .select('edition.id')
    .where('stale.stale_passages', '>', 0)
    .where(given(member))
  return own.union(inTheirLanguages)
}
