import { describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import { edit, newsroomOn } from '#test/newsroom.ts'

import { admitMember } from './admit-member.ts'
import { changeMember, changeProfile } from './change-member.ts'
import { clearSignIn } from './clear-sign-in.ts'
import { inviteMember } from './invite-member.ts'
import { makeSignInLink } from './make-sign-in-link.ts'
import { operator } from './member.ts'
import { findSignInLink, spendSignInLink } from './sign-in-link.ts'
import { suspendMember } from './suspend-member.ts'

const byLink = { way: 'link', address: null, isAfterCode: false }
const everything = { projects: null, sections: null, languages: null }

describe.each(engines)('on %s', (engine) => {
  test('who may what with members is asked before anything is changed', async () => {
    await using newsroom = await newsroomOn(engine)
    const invitation = { email: 'ana@example.org', name: 'Ana', role: 'administrator', ...everything } as const
    await expect(inviteMember(newsroom, edit, invitation)).rejects.toMatchObject({ code: 'not-allowed' })
    const { memberId } = await inviteMember(newsroom, operator, invitation)
    await expect(suspendMember(newsroom, edit, memberId)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(changeMember(newsroom, edit, memberId, { name: 'A', role: 'observer', ...everything, madeFrom: 1 })).rejects.toMatchObject(
      {
        code: 'not-allowed',
      },
    )
    const profile = { name: 'Not Ana', language: null, mailWish: 'never' } as const
    await expect(changeProfile(newsroom, edit, memberId, profile)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('somebody who was invited counts as no administrator before they have come in', async () => {
    await using newsroom = await newsroomOn(engine)
    const invitation = { email: 'ana@example.org', name: 'Ana', role: 'administrator', ...everything } as const
    const { memberId } = await inviteMember(newsroom, operator, invitation)
    const first = await newsroom.db.writer
      .selectFrom('newsroom.member')
      .select('id')
      .where('email', '=', 'admin@example.org')
      .executeTakeFirstOrThrow()
    await expect(suspendMember(newsroom, operator, first.id)).rejects.toMatchObject({ code: 'last-administrator' })
    expect(await admitMember(newsroom, memberId, byLink)).toBe(true)
    await suspendMember(newsroom, operator, first.id)
    expect(await admitMember(newsroom, first.id, byLink)).toBe(false)
    await expect(suspendMember(newsroom, operator, memberId)).rejects.toMatchObject({ code: 'last-administrator' })
  })

  test('what lets nobody in any more is cleared away, and the rest stays', async () => {
    await using newsroom = await newsroomOn(engine)
    const { memberId, token } = await inviteMember(newsroom, operator, {
      email: 'ana@example.org',
      name: 'Ana',
      role: 'editor',
      ...everything,
    })
    await makeSignInLink(newsroom, memberId)
    newsroom.clock.advance(2 * 86_400_000)
    await clearSignIn(newsroom)
    const links = await newsroom.db.writer.selectFrom('newsroom.sign_in_link').select('purpose').execute()
    expect(links).toEqual([{ purpose: 'invitation' }])
    expect(await findSignInLink(newsroom.db.writer, token, newsroom.clock.now())).toBeDefined()
    expect(await spendSignInLink(newsroom, token)).toEqual({ memberId, purpose: 'invitation' })
  })
})
