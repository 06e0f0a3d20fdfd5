import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Member } from './member.ts'
import { roles } from './member.ts'
import { givenNow } from './given-now.ts'

/** A member, with the version by which a change of them says what it was made from. */
export type KnownMember = Member & { email: string; state: 'invited' | 'active' | 'suspended'; version: number }

/** What somebody is called: whoever was invited and has not come in yet, by their address. */
const shownName = sql<string>`coalesce(nullif(name, ''), email)`

/** Who works here, by name, after a place in that order and no more than asked for; a newsroom has hundreds at most. */
export async function listMembers(
  db: Reader,
  { after, atMost }: { after?: { name: string; id: string } | undefined; atMost?: number } = {},
): Promise<KnownMember[]> {
  let members = memberQuery(db).orderBy(shownName).orderBy('id')
  if (after) members = members.where(sql<SqlBool>`(${shownName}, id) > (${after.name}, ${after.id}::uuid)`)
  if (atMost !== undefined) members = members.limit(atMost)
  return (await members.execute()).map(knownMember)
}

export async function findMember(db: Reader, id: string): Promise<KnownMember | undefined> {
  const row = await memberQuery(db).where('id', '=', id).executeTakeFirst()
  return row && knownMember(row)
}

function memberQuery(db: Reader) {
  return db
    .selectFrom('newsroom.member')
    .select(['id', 'name', 'email', 'role', 'state', 'version', 'languages', givenNow('projects'), givenNow('sections')])
}

function knownMember(row: Awaited<ReturnType<ReturnType<typeof memberQuery>['execute']>>[number]): KnownMember {
  return {
    ...row,
    name: row.name || row.email,
    role: roles.find((role) => role === row.role) ?? 'observer',
    state: row.state === 'invited' || row.state === 'suspended' ? row.state : 'active',
  }
}
