import type { Reader } from '#platform/database/database.ts'

import type { Member } from './member.ts'
import { roles } from './member.ts'
import { givenNow } from './given-now.ts'

/** A member who may work now, with the language they chose for the desk. Undefined: invited, suspended, or nobody. */
export async function findActiveMember(db: Reader, id: string): Promise<(Member & { language: string | null }) | undefined> {
  const row = await db
    .selectFrom('newsroom.member')
    .select(['id', 'name', 'email', 'role', 'languages', 'language', givenNow('projects'), givenNow('sections')])
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  const { email, ...member } = row
  return { ...member, name: row.name || email, role: roles.find((role) => role === row.role) ?? 'observer' }
}
