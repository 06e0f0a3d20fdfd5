import type { Reader } from '#platform/database/database.ts'

import type { Writing } from '../stories/read-writing.ts'

/** The names of those who were told when a text was last sent for review; undefined where it does not wait since. */
export async function findTold(db: Reader, { edition, steps }: Pick<Writing, 'edition' | 'steps'>): Promise<string[] | undefined> {
  const [last] = steps
  if (edition.state !== 'in review' || last?.act !== 'sent') return undefined
  const rows = await db
    .selectFrom('newsroom.notice as notice')
    .innerJoin('newsroom.member as member', 'member.id', 'notice.member_id')
    .select('member.name')
    .where('notice.edition_id', '=', edition.id)
    .where('notice.at', '=', last.at)
    .where('notice.kind', '=', 'waits for review')
    .orderBy('member.name')
    .execute()
  return rows.map(({ name }) => name)
}
