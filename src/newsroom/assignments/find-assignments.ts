import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

export type OpenAssignment = { id: string; member: string; task: string; dueOn: string | null }

/** What has no day comes last. */
const day = sql<string>`coalesce(assignment.due_on, 'infinity')`

/** What is asked of whom about an edition and not done yet, by its day. */
export async function findAssignments(
  db: Reader,
  edition: string,
  { after, atMost }: { after?: { dueOn: string | null; id: string } | undefined; atMost?: number } = {},
): Promise<OpenAssignment[]> {
  let assignments = db
    .selectFrom('newsroom.assignment as assignment')
    .innerJoin('newsroom.member as member', 'member.id', 'assignment.member_id')
    .select(['assignment.id', 'member.name as member', 'assignment.task', 'assignment.due_on'])
    .where('assignment.edition_id', '=', edition)
    .where('assignment.done_at', 'is', null)
    .orderBy(day)
    .orderBy('assignment.id')
  if (after)
    assignments = assignments.where(sql<SqlBool>`(${day}, assignment.id) > (${after.dueOn ?? 'infinity'}::date, ${after.id}::uuid)`)
  if (atMost !== undefined) assignments = assignments.limit(atMost)
  const rows = await assignments.execute()
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }))
}
