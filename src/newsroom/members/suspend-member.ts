import { Failure } from '#lib/failure.ts'

import type { Newsroom } from '../newsroom.ts'
import { revokeLinks } from '../revoke-links.ts'
import { actOnMember } from './act-on-member.ts'
import { authorizeForMembers, keepAnAdministrator, memberPolicy } from './member-policy.ts'
import { lockActiveAdministrators, lockMember } from './member-store.ts'
import type { Member } from './member.ts'

/**
 * Keeps a member out from this moment on: their sessions end, and no link of theirs works any more, neither to sign in nor a private one whose
 * address they know. What they wrote stays.
 */
export async function suspendMember(newsroom: Newsroom, by: Member, id: string): Promise<void> {
  authorizeForMembers(memberPolicy.suspendMember(by), 'suspend other members')
  await newsroom.db.transact(async (tx) => {
    const administrators = await lockActiveAdministrators(tx)
    const member = await lockMember(tx, id)
    keepAnAdministrator(member, administrators)
    await tx.updateTable('newsroom.member').set({ state: 'suspended' }).where('id', '=', id).execute()
    await tx.deleteFrom('newsroom.sign_in_session').where('user_id', '=', id).execute()
    await tx.deleteFrom('newsroom.sign_in_link').where('member_id', '=', id).execute()
    const at = newsroom.clock.now()
    await revokeLinks(tx, { made_by: id }, at)
    await actOnMember(tx, by, member, { act: 'suspendMember', at })
  })
}

/** Lets a member in again, as they were before. */
export async function reinstateMember(newsroom: Newsroom, by: Member, id: string): Promise<void> {
  authorizeForMembers(memberPolicy.reinstateMember(by), 'let members in again')
  await newsroom.db.transact(async (tx) => {
    const member = await lockMember(tx, id)
    if (member.state !== 'suspended') throw new Failure('conflict', 'not-suspended', `${member.name} is not suspended.`)
    const { signed_in_at: signedInAt } = await tx
      .selectFrom('newsroom.member')
      .select('signed_in_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('newsroom.member')
      .set({ state: signedInAt === null ? 'invited' : 'active' })
      .where('id', '=', id)
      .execute()
    await actOnMember(tx, by, member, { act: 'reinstateMember', at: newsroom.clock.now() })
  })
}
