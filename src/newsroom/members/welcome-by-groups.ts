import { sql } from 'kysely'

import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Actor } from '../audit/record-act.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'
import { emailInput } from './member-input.ts'
import { isLastAdministrator } from './member-policy.ts'
import { lockActiveAdministrators, lockMember } from './member-store.ts'
import type { Role } from './member.ts'

/** What the organisation's own sign-in says of a person, and whether it has seen that the address is theirs. */
export type Arrival = { subject: string; email: string; isEmailProven: boolean; name: string; groups: string[] }

const byRank: readonly Role[] = ['administrator', 'chief editor', 'editor', 'contributor', 'observer']

/** The role that groups give, the highest of several; undefined: none. */
export function roleOfGroups(groups: readonly string[], roles: ReadonlyMap<string, Role>): Role | undefined {
  const given = new Set(groups.map((group) => roles.get(group)))
  return byRank.find((role) => given.has(role))
}

/**
 * Sees to it that whoever arrives from the organisation's own sign-in is a member with the role of their groups.
 * False: they may not come in. Who is no member yet is made one only by a group; whose role came from a group loses it with the group.
 */
export async function welcomeByGroups(newsroom: Newsroom, arrival: Arrival, roles: ReadonlyMap<string, Role>): Promise<boolean> {
  const role = roleOfGroups(arrival.groups, roles)
  return newsroom.db.transact(async (tx) => {
    const administrators = await lockActiveAdministrators(tx)
    const known = await findArrived(tx, arrival)
    if (!known) return role !== undefined && makeArrived(tx, { ...arrival, role, at: newsroom.clock.now() })
    // An address that anybody may have typed there does not make them who has it here.
    if (!known.hasArrived && !arrival.isEmailProven) return false
    const member = await lockMember(tx, known.id)
    if (member.state === 'suspended') return false
    if (role === undefined) return !known.role_from_groups
    if (role !== 'administrator' && isLastAdministrator(member, administrators)) return true
    if (role === member.role && known.role_from_groups) return true
    await tx
      .updateTable('newsroom.member')
      .set({ role, role_from_groups: true, version: member.version + 1 })
      .where('id', '=', member.id)
      .execute()
    await actOnMember(tx, byItself(member), member, { act: 'welcomeByGroups', at: newsroom.clock.now(), details: { role } })
    return true
  })
}

type Arrived = { id: string; role_from_groups: boolean; hasArrived: boolean }

/** The member who came in with this account before, else the one with this address. */
async function findArrived(tx: Transaction, { subject, email }: Arrival): Promise<Arrived | undefined> {
  const members = tx.selectFrom('newsroom.member').select(['newsroom.member.id', 'role_from_groups'])
  const before = await members
    .innerJoin('newsroom.sign_in_account as account', 'account.user_id', 'newsroom.member.id')
    .where('account.provider_id', '=', 'oidc')
    .where('account.account_id', '=', subject)
    .executeTakeFirst()
  if (before) return { ...before, hasArrived: true }
  const named = await members.where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst()
  return named && { ...named, hasArrived: false }
}

async function makeArrived(tx: Transaction, { email, name, role, at }: Arrival & { role: Role; at: Date }): Promise<boolean> {
  const address = emailInput.safeParse(email)
  if (!address.success) return false
  const id = uuid7(at)
  const made = await tx
    .insertInto('newsroom.member')
    .values({ id, email: address.data, name, role, role_from_groups: true, state: 'invited', created_at: at })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst()
  const member = { id, name: name || address.data }
  if (made.numInsertedOrUpdatedRows === 1n)
    await actOnMember(tx, byItself(member), member, { act: 'welcomeByGroups', at, details: { email: address.data, role } })
  return true
}

/** Whoever arrives does so at the desk, by what their organisation says of them. */
function byItself({ id, name }: { id: string; name: string }): Actor {
  return { id, name, via: { surface: 'desk', address: null } }
}
