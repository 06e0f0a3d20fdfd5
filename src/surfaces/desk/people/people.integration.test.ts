import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findFirstAdministrator, makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import { roles } from '#newsroom/members/member.ts'
import { Failure } from '#lib/failure.ts'
import { desk as paths, link } from '#src/routes.ts'
import { engines } from '#test/engines.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'
import type { Visitor } from '#test/visitor.ts'

const everything = { 'projects-all': 'all', 'sections-all': 'all', 'languages-all': 'all' }

describe.each(engines)('on %s', (engine) => {
  let at: SignInDesk
  let admin: Visitor
  beforeAll(async () => {
    at = await openSignInDesk(engine)
    const first = await findFirstAdministrator(at.newsroom)
    admin = await comeIn(at, await makeSignInLink(at.newsroom, first?.id ?? ''))
  })
  afterAll(() => at[Symbol.asyncDispose]())

  test('the first administrator comes in by the link that the start prints, which is printed no more afterwards', async () => {
    expect(await admin.isWho()).toBe('admin, administrator')
    expect(await findFirstAdministrator(at.newsroom)).toBeUndefined()
  })

  test('an administrator invites somebody, who comes in with what was given to them', async () => {
    const form = {
      ...everything,
      email: 'Ana@Example.org',
      name: 'Ana Lungu',
      role: 'contributor',
      'languages-all': 'some',
      languages: 'fr',
    }
    const answer = await admin.post(paths.people, form)
    expect(answer).toMatchObject({ status: 303, location: `${paths.people}?sent=ana%40example.org` })
    expect((await admin.get(answer.location ?? '')).text).toContain('The invitation is on its way to ana@example.org')
    const mail = at.mails.find(({ to }) => to === 'ana@example.org')
    expect(mail?.subject).toBe('admin invites you to The Ferry Office')
    expect(mail?.text).toContain('admin invites you to work at The Ferry Office')
    const ana = await comeIn(at, tokenIn(mail?.text))
    expect(await ana.isWho()).toBe('Ana Lungu, contributor')
    const row = await memberOf(at, 'ana@example.org')
    expect(row).toMatchObject({ state: 'active', languages: ['fr'], projects: null, sections: null })
  })

  test('somebody who is a member already is not invited twice', async () => {
    await at.invited('boris@example.org')
    const answer = await admin.post(paths.people, { ...everything, email: 'BORIS@example.org', name: 'Boris', role: 'editor' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('boris@example.org is a member already')
    expect(answer.text).toContain('value="BORIS@example.org"')
  })

  test('inviting again makes the first link useless', async () => {
    const { id, token } = await at.invited('carla@example.org')
    expect((await admin.post(link(paths.personInvitation, { member: id }))).status).toBe(303)
    const again = tokenIn(at.mails.findLast(({ to }) => to === 'carla@example.org')?.text)
    expect((await at.visitor().post(paths.signInLink, { token })).status).toBe(404)
    const carla = await comeIn(at, again)
    expect(await carla.isWho()).toBe('carla, editor')
    expect((await admin.post(link(paths.personInvitation, { member: id }))).status).toBe(409)
  })

  test('where mail is away, the administrator gets the link to hand over', async () => {
    const send = at.desk.mailer.send
    at.desk.mailer.send = () => Promise.reject(new Failure('unavailable', 'mail-away', 'The mail server does not answer.'))
    const answer = await admin.post(paths.people, { ...everything, email: 'dina@example.org', name: 'Dina', role: 'editor' })
    at.desk.mailer.send = send
    expect(answer.status).toBe(503)
    const dina = await comeIn(at, tokenIn(answer.text))
    expect(await dina.isWho()).toBe('Dina, editor')
  })

  test('a role that is changed holds at once, in every session', async () => {
    const { id, token } = await at.invited('elsa@example.org', 'observer')
    const elsa = await comeIn(at, token)
    const form = { ...everything, madeFrom: '1', name: 'Elsa Kaya', role: 'chief editor' }
    expect((await admin.post(link(paths.person, { member: id }), form)).status).toBe(303)
    expect(await elsa.isWho()).toBe('Elsa Kaya, chief editor')
  })

  test('of two administrators who change somebody at once, the second is told where they differ, and keeps what they typed', async () => {
    const { id } = await at.invited('gita@example.org', 'observer')
    const there = link(paths.person, { member: id })
    const madeFrom = /name="madeFrom" value="(\d+)"/.exec((await admin.get(there)).text)?.[1] ?? ''
    const form = { ...everything, madeFrom, role: 'observer' }
    const saved = await Promise.all([
      admin.post(there, { ...form, name: 'Gita Rao', role: 'editor' }),
      admin.post(there, { ...form, name: 'Gita Sen', role: 'editor', 'languages-all': 'some', languages: 'fr' }),
    ])
    expect(saved.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const [first, second] = saved[0]?.status === 303 ? ['Gita Rao', 'Gita Sen'] : ['Gita Sen', 'Gita Rao']
    const late = saved.find(({ status }) => status === 409)?.text ?? ''
    expect(late).toContain('replaces what they wrote in: Name and Languages.')
    expect(late).toContain(`value="${second}"`)
    expect((await admin.get(there)).text).toContain(`<h1>${first}</h1>`)
    const again = /name="madeFrom" value="(\d+)"/.exec(late)?.[1] ?? ''
    expect((await admin.post(there, { ...form, madeFrom: again, name: second, role: 'editor' })).status).toBe(303)
    const refused = await admin.post(there, { ...form, madeFrom: again, name: '' })
    expect(refused.status).toBe(422)
    expect(refused.text, 'what was refused is still made from what was seen').toContain(`name="madeFrom" value="${again}"`)
  })

  test('whoever is suspended is out at once, and no way leads in until they are let in again', async () => {
    const { id, token } = await at.invited('fatima@example.org')
    const fatima = await comeIn(at, token)
    await fatima.post(paths.accountPassword, { wanted: 'four words are enough' })
    const unused = await makeSignInLink(at.newsroom, id)
    expect((await admin.post(link(paths.personSuspension, { member: id }))).status).toBe(303)
    expect(await fatima.isWho()).toBeUndefined()
    const sessions = await at.newsroom.db.writer.selectFrom('newsroom.sign_in_session').select('id').where('user_id', '=', id).execute()
    expect(sessions).toEqual([])
    const visitor = at.visitor()
    const signIn = () => visitor.post(paths.signIn, { email: 'fatima@example.org', password: 'four words are enough' })
    expect((await signIn()).text).toContain('You cannot sign in here')
    await visitor.post(paths.signInLink, { token: unused })
    await visitor.post(paths.signInLink, { token: await makeSignInLink(at.newsroom, id) })
    expect(await visitor.isWho()).toBeUndefined()
    expect((await admin.get(link(paths.person, { member: id }))).text).toContain('Let them in again')
    await admin.post(link(paths.personSuspensionOff, { member: id }))
    await signIn()
    expect(await visitor.isWho()).toBe('fatima, editor')
  })

  test('the last administrator can be neither suspended nor made something else; of two, one can', async () => {
    await using small = await openSignInDesk(engine)
    const first = await findFirstAdministrator(small.newsroom)
    const path = { member: first?.id ?? '' }
    const only = await comeIn(small, await makeSignInLink(small.newsroom, path.member))
    const demote = () => only.post(link(paths.person, path), { ...everything, madeFrom: '1', name: 'Admin', role: 'editor' })
    expect((await only.post(link(paths.personSuspension, path))).text).toContain('This is the last administrator')
    expect((await demote()).status).toBe(409)
    const { token } = await small.invited('second@example.org', 'administrator')
    expect((await demote()).text).toContain('This is the last administrator')
    await comeIn(small, token)
    expect((await demote()).status).toBe(303)
    expect(await only.isWho()).toBe('Admin, editor')
  })

  test('of two administrators who suspend each other at once, one stays', async () => {
    await using small = await openSignInDesk(engine)
    const first = await findFirstAdministrator(small.newsroom)
    const one = await comeIn(small, await makeSignInLink(small.newsroom, first?.id ?? ''))
    const { id, token } = await small.invited('second@example.org', 'administrator')
    const other = await comeIn(small, token)
    await Promise.all([
      one.post(link(paths.personSuspension, { member: id })),
      other.post(link(paths.personSuspension, { member: first?.id ?? '' })),
    ])
    const active = await small.newsroom.db.writer.selectFrom('newsroom.member').select('id').where('state', '=', 'active').execute()
    expect(active).toHaveLength(1)
  })

  test.each(roles.filter((role) => role !== 'administrator'))('%s sees no list of people and changes nobody', async (role) => {
    const { id, token } = await at.invited(`${role.replace(' ', '-')}@example.org`, role)
    const member = await comeIn(at, token)
    const form = { ...everything, email: 'eve@example.org', name: 'Eve', role: 'administrator' }
    const path = { member: id }
    const answers = [
      await member.get(paths.people),
      await member.post(paths.people, form),
      await member.get(link(paths.person, path)),
      await member.post(link(paths.person, path), form),
      await member.post(link(paths.personInvitation, path)),
      await member.post(link(paths.personSuspension, path)),
      await member.post(link(paths.personSuspensionOff, path)),
    ]
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403))
    expect(await memberOf(at, 'eve@example.org')).toBeUndefined()
    expect(await member.isWho()).toContain(role)
  })

  test('what is given must be there', async () => {
    const form = { ...everything, email: 'gone@example.org', name: 'Gone', role: 'editor', 'projects-all': 'some' }
    const answer = await admin.post(paths.people, { ...form, projects: '01900000-0000-7000-8000-000000000001' })
    expect(answer.status).toBe(422)
    expect(await memberOf(at, 'gone@example.org')).toBeUndefined()
  })
})

async function comeIn(at: SignInDesk, token: string): Promise<Visitor> {
  const visitor = at.visitor()
  expect(await visitor.post(paths.signInLink, { token })).toMatchObject({ status: 303, location: paths.account })
  return visitor
}

const tokenIn = (text = ''): string => /token=([\w-]+)/.exec(text)?.[1] ?? ''

async function memberOf(at: SignInDesk, email: string) {
  return at.newsroom.db.writer
    .selectFrom('newsroom.member')
    .select(['state', 'projects', 'sections', 'languages'])
    .where('email', '=', email)
    .executeTakeFirst()
}
