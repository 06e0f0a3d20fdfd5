import type { z } from 'zod'

import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'
import { givenInput, parseMember, profileInput, requireKnown } from './member-input.ts'
import { authorizeForMembers, keepAnAdministrator, memberPolicy, refuseAdministrator } from './member-policy.ts'
import { lockActiveAdministrators, lockMember } from './member-store.ts'
import type { Member } from './member.ts'

/** Changes a member's name, role, and what is given to them. */
export async function changeMember(newsroom: Newsroom, by: Member, id: string, input: z.input<typeof givenInput>): Promise<void> {
  authorizeForMembers(memberPolicy.changeMember(by), 'change other members')
  const given = parseMember(givenInput, input)
  refuseAdministrator(by, given.role)
  await newsroom.db.transact(async (tx) => {
    const administrators = await lockActiveAdministrators(tx)
    const member = await lockMember(tx, id)
    if (given.role !== 'administrator') keepAnAdministrator(member, administrators)
    await requireKnown(tx, given)
    await tx.updateTable('newsroom.member').set(given).where('id', '=', id).execute()
    const details = { ...given, roleBefore: member.role }
    await actOnMember(tx, by, member, { act: 'changeMember', at: newsroom.clock.now(), details })
  })
}

/** Changes one's own name, the language of one's desk, and when mail comes. */
export async function changeProfile(newsroom: Newsroom, by: Member, id: string, input: z.input<typeof profileInput>): Promise<void> {
  authorizeForMembers(memberPolicy.changeProfile(by, { id }), 'change the account of others')
  const { name, language, mailWish } = parseMember(profileInput, input)
  await newsroom.db.transact(async (tx) => {
    await tx.updateTable('newsroom.member').set({ name, language, mail_wish: mailWish }).where('id', '=', id).execute()
    const details = { name, language, mailWish }
    await actOnMember(tx, by, { id, name: by.name }, { act: 'changeProfile', at: newsroom.clock.now(), details })
  })
}
