import type { Reader } from '#platform/database/database.ts'

import type { Member } from './member.ts'
import { roles } from './member.ts'
import { givenNow } from './given-now.ts'

export type KnownMember = Member & { email: string; state: 'invited' | 'active' | 'suspended' }

/** Everyone who works here, by name; a newsroom has hundreds at most. */
export async function listMembers(db: Reader): Promise<KnownMember[]> {
  const rows = await memberQuery(db).orderBy('name').orderBy('email').execute()
  return rows.map(knownMember)
}

export async function findMember(db: Reader, id: string): Promise<KnownMember | undefined> {
  const row = await memberQuery(db).where('id', '=', id).executeTakeFirst()
  return row && knownMember(row)
}

function memberQuery(db: Reader) {
  return db
    .selectFrom('newsroom.member')
    .select(['id', 'name', 'email', 'role', 'state', 'languages', givenNow('projects'), givenNow('sections')])
}

function knownMember(row: Awaited<ReturnType<ReturnType<typeof memberQuery>['execute']>>[number]): KnownMember {
  return {
    ...row,
    name: row.name || row.email,
    role: roles.find((role) => role === row.role) ?? 'observer',
    state: row.state === 'invited' || row.state === 'suspended' ? row.state : 'active',
  }
}
