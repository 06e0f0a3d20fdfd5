import type { Reader } from '#platform/database/database.ts'

import type { Member } from './member.ts'
import { roles } from './member.ts'
import { givenNow } from './given-now.ts'

/** A member who may work now, with the language they chose for the desk. Undefined: invited, suspended, or nobody. */
export const findActiveMember = (db: Reader, id: string): Promise<KnownHere | undefined> => findIn(db, id, ['active'])

/** Whom a key can act as: a member that is a program's own never comes in by a link. Undefined: suspended, or nobody. */
export const findKeyMember = (db: Reader, id: string): Promise<KnownHere | undefined> => findIn(db, id, ['active', 'invited'])

type KnownHere = Member & { language: string | null }

async function findIn(db: Reader, id: string, states: readonly ('active' | 'invited')[]): Promise<KnownHere | undefined> {
  const row = await db
    .selectFrom('newsroom.member')
    .select(['id', 'name', 'email', 'role', 'languages', 'language', givenNow('projects'), givenNow('sections')])
    .where('id', '=', id)
    .where('state', 'in', states)
    .executeTakeFirst()
  if (!row) return undefined
  const { email, ...member } = row
  return { ...member, name: row.name || email, role: roles.find((role) => role === row.role) ?? 'observer' }
}
