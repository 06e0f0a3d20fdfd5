import { sql } from 'kysely'
import type { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'

import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'
import { invitationInput, parseMember, requireKnown } from './member-input.ts'
import { authorizeForMembers, memberPolicy, refuseAdministrator } from './member-policy.ts'
import { lockMember } from './member-store.ts'
import type { Member, Role } from './member.ts'
import { addSignInLink } from './sign-in-link.ts'

/** A link to send to somebody who is to work here; told once. */
export type Invitation = { memberId: string; to: string; name: string; role: Role; token: string }

/** Makes a member who has yet to come in, and the link by which they do. */
export async function inviteMember(newsroom: Newsroom, by: Member, input: z.input<typeof invitationInput>): Promise<Invitation> {
  authorizeForMembers(memberPolicy.inviteMember(by), 'invite people')
  const { email, ...given } = parseMember(invitationInput, input)
  refuseAdministrator(by, given.role)
  return newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    await requireKnown(tx, given)
    const id = uuid7(at)
    const made = await tx
      .insertInto('newsroom.member')
      .values({ id, email, state: 'invited', created_at: at, ...given })
      .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n)
      throw new Failure('conflict', 'member-exists', `${email} is a member already. Find them in the list.`, { values: { field: 'email' } })
    await actOnMember(tx, by, { id, name: given.name }, { act: 'inviteMember', at, details: { email, ...given } })
    return {
      memberId: id,
      to: email,
      name: given.name,
      role: given.role,
      token: await addSignInLink(tx, { memberId: id, purpose: 'invitation', at }),
    }
  })
}

/** Makes a new link for somebody who has not come in yet; the one before stops to work. */
export async function inviteAgain(newsroom: Newsroom, by: Member, id: string): Promise<Invitation> {
  authorizeForMembers(memberPolicy.inviteAgain(by), 'invite people')
  return newsroom.db.transact(async (tx) => {
    const member = await lockMember(tx, id)
    if (member.state !== 'invited')
      throw new Failure('conflict', 'not-invited', `${member.name} has been in already: signing in by an e-mailed link is enough.`)
    const at = newsroom.clock.now()
    const token = await addSignInLink(tx, { memberId: id, purpose: 'invitation', at })
    await actOnMember(tx, by, member, { act: 'inviteAgain', at, details: { email: member.email } })
    return { memberId: id, to: member.email, name: member.name, role: member.role, token }
  })
}
