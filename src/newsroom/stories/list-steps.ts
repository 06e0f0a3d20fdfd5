import type { Reader } from '#platform/database/database.ts'

export type StepOfRevision = { act: string; by: string; at: Date }

/** What was done with the revisions of an edition, by their numbers, earliest first. */
export async function listSteps(db: Reader, edition: string): Promise<Map<number, StepOfRevision[]>> {
  const rows = await db
    .selectFrom('newsroom.step')
    .select(['revision', 'act', 'member_name as by', 'at'])
    .where('edition_id', '=', edition)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.revision)
}
