import type { Reader } from '#platform/database/database.ts'

import { isGiven } from './is-given.ts'

/** The members who may clear a story of these projects, this section and language. */
export async function findEditorsFor(
  db: Reader,
  story: { section: string | null; projects: string[]; language: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('newsroom.member')
    .select(['id', 'projects', 'sections', 'languages'])
    .where('role', 'in', ['editor', 'chief editor', 'administrator'])
    .where('state', '=', 'active')
    .execute()
  return rows.filter((member) => isGiven(member, story)).map(({ id }) => id)
}
