import type { Reader } from '#platform/database/database.ts'

export type OpenAssignment = { id: string; member: string; task: string; dueOn: string | null }

/** What is asked of whom about an edition and not done yet, by its day. */
export async function findAssignments(db: Reader, edition: string): Promise<OpenAssignment[]> {
  const rows = await db
    .selectFrom('newsroom.assignment as assignment')
    .innerJoin('newsroom.member as member', 'member.id', 'assignment.member_id')
    .select(['assignment.id', 'member.name as member', 'assignment.task', 'assignment.due_on'])
    .where('assignment.edition_id', '=', edition)
    .where('assignment.done_at', 'is', null)
    .orderBy('assignment.due_on', (order) => order.asc().nullsLast())
    .execute()
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }))
}
