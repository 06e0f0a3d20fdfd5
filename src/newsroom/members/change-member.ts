import { sql } from 'kysely'
import type { z } from 'zod'

import { differing, inAnyOrder } from '#lib/differing.ts'

import type { Newsroom } from '../newsroom.ts'
import { requireLatest } from '../require-latest.ts'
import { actOnMember } from './act-on-member.ts'
import type { Given } from './member-input.ts'
import { givenInput, parseMember, profileInput, requireKnown } from './member-input.ts'
import { authorizeForMembers, keepAnAdministrator, memberPolicy, refuseAdministrator } from './member-policy.ts'
import { lockActiveAdministrators, lockMember } from './member-store.ts'
import type { Member } from './member.ts'

type Change = z.input<typeof givenInput> & { madeFrom: number }

/** Changes a member's name, role, and what is given to them, from the version that was read. */
export async function changeMember(newsroom: Newsroom, by: Member, id: string, change: Change): Promise<void> {
  authorizeForMembers(memberPolicy.changeMember(by), 'change other members')
  const given = parseMember(givenInput, change)
  refuseAdministrator(by, given.role)
  await newsroom.db.transact(async (tx) => {
    const administrators = await lockActiveAdministrators(tx)
    const member = await lockMember(tx, id)
    requireLatest(member, change.madeFrom)
    if (given.role !== 'administrator') keepAnAdministrator(member, administrators)
    await requireKnown(tx, given)
    await tx
      .updateTable('newsroom.member')
      .set({ ...given, version: member.version + 1 })
      .where('id', '=', id)
      .execute()
    const details = { ...given, roleBefore: member.role }
    await actOnMember(tx, by, member, { act: 'changeMember', at: newsroom.clock.now(), details })
  })
}

const parts = ['name', 'role', 'projects', 'sections', 'languages'] as const

/** In which parts what is said of a member differs; the order of what is given is none. */
export function changedMember(before: Given, after: Given): (typeof parts)[number][] {
  return differing(parts, withoutOrder(before), withoutOrder(after))
}

function withoutOrder({ projects, sections, languages, ...rest }: Given) {
  return { ...rest, projects: inAnyOrder(projects), sections: inAnyOrder(sections), languages: inAnyOrder(languages) }
}

/**
 * Changes one's own name, the language of one's desk, and when mail comes. Nobody else does, so that whoever saves last is who saved before; but an
 * administrator who has this member open has the name, too, which they are not to undo unawares.
 */
export async function changeProfile(newsroom: Newsroom, by: Member, id: string, input: z.input<typeof profileInput>): Promise<void> {
  authorizeForMembers(memberPolicy.changeProfile(by, { id }), 'change the account of others')
  const { name, language, mailWish } = parseMember(profileInput, input)
  await newsroom.db.transact(async (tx) => {
    const version = sql<number>`version + (name is distinct from ${name})::int`
    await tx.updateTable('newsroom.member').set({ name, language, mail_wish: mailWish, version }).where('id', '=', id).execute()
    const details = { name, language, mailWish }
    await actOnMember(tx, by, { id, name: by.name }, { act: 'changeProfile', at: newsroom.clock.now(), details })
  })
}
