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
    .where((eb) =>
      eb.or([
        eb('edition.filed_by', '=', member.id),
        eb('edition.id', 'in', (asked) =>
          asked
            .selectFrom('newsroom.assignment as assignment')
            .select('assignment.edition_id')
            .where('assignment.member_id', '=', member.id)
            .where('assignment.done_at', 'is', null),
        ),
        ...(member.languages && member.role !== 'observer' ? [given(member)] : []),
      ]),
    )
    .orderBy('edition.saved_at', 'desc')
    .limit(atMost)
    .execute()
  return rows.map((row) => lineOf(row, now))
}
