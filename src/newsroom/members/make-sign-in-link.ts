import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'
import { operator } from './member.ts'
import { requireMember } from './member-store.ts'
import { addSignInLink } from './sign-in-link.ts'

/** A token that signs a member in once within a day, for whoever runs this newsroom to hand over. */
export async function makeSignInLink(newsroom: Newsroom, memberId: string): Promise<string> {
  return newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const member = await requireMember(tx, memberId)
    await actOnMember(tx, operator, member, { act: 'makeSignInLink', at })
    return addSignInLink(tx, { memberId, purpose: 'operator', at })
  })
}

/** The administrator to whom the first link goes; undefined once any administrator has been in. */
export async function findFirstAdministrator(newsroom: Newsroom): Promise<{ id: string; email: string } | undefined> {
  const administrators = await newsroom.db.writer
    .selectFrom('newsroom.member')
    .select(['id', 'email', 'signed_in_at'])
    .where('role', '=', 'administrator')
    .where('state', '!=', 'suspended')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return administrators.some(({ signed_in_at: at }) => at !== null) ? undefined : administrators[0]
}
