import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import { desk as paths } from '#src/routes.ts'
import { engines } from '#test/engines.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'
import type { Visitor } from '#test/visitor.ts'

const password = 'four words are enough'

describe.each(engines)('on %s', (engine) => {
  let at: SignInDesk
  beforeAll(async () => {
    at = await openSignInDesk(engine)
  })
  afterAll(() => at[Symbol.asyncDispose]())

  test('an invitation lets in once, by a button and not by looking, and makes the invited active', async () => {
    const { id, token } = await at.invited('ana@example.org', 'editor')
    const ana = at.visitor()
    const path = `${paths.signInLink}?token=${token}`
    for (let looks = 0; looks < 3; looks += 1) expect((await ana.get(path)).text).toContain(`value="${token}"`)
    expect((await ana.get(path)).text).toContain('as ana@example.org.')
    expect(await ana.isWho()).toBeUndefined()
    expect(await ana.post(paths.signInLink, { token })).toMatchObject({ status: 303, location: paths.account })
    expect(await ana.isWho()).toBe('ana, editor')
    expect(await stateOf(at, id)).toBe('active')
    expect((await ana.get(paths.account)).text).toContain('Choose how you sign in from now on')
    const thief = at.visitor()
    expect(await thief.post(paths.signInLink, { token })).toMatchObject({ status: 404 })
    expect(await thief.isWho()).toBeUndefined()
  })

  test('of ten who use one link at once, one comes in', async () => {
    const { id } = await at.invited('boris@example.org')
    const token = await makeSignInLink(at.newsroom, id)
    const visitors = Array.from({ length: 10 }, () => at.visitor())
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(paths.signInLink, { token })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const who = await Promise.all(visitors.map((visitor) => visitor.isWho()))
    expect(who.filter((name) => name !== undefined)).toEqual(['boris, editor'])
  })

  test('a link expires: an invitation after seven days, an operator’s after one', async () => {
    const { id, token } = await at.invited('carla@example.org')
    const operators = await makeSignInLink(at.newsroom, id)
    at.newsroom.clock.advance(24 * 3_600_000)
    expect(await at.visitor().post(paths.signInLink, { token: operators })).toMatchObject({ status: 404 })
    at.newsroom.clock.advance(6 * 24 * 3_600_000)
    expect(await at.visitor().get(`${paths.signInLink}?token=${token}`)).toMatchObject({ status: 404 })
    expect(await at.visitor().post(paths.signInLink, { token })).toMatchObject({ status: 404 })
  })

  test('only the hash of a link is kept', async () => {
    const { token } = await at.invited('dina@example.org')
    const rows = await at.newsroom.db.writer.selectFrom('newsroom.sign_in_link').selectAll().where('used_at', 'is', null).execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  test('a password that was set lets in, another does not, and it is kept as a hash', async () => {
    await memberWithPassword(at, 'elsa@example.org')
    const elsa = at.visitor()
    expect(await signIn(elsa, 'elsa@example.org', 'not this one at all')).toMatchObject({ status: 422 })
    expect(await elsa.isWho()).toBeUndefined()
    expect(await signIn(elsa, 'Elsa@Example.org', password)).toMatchObject({ status: 303, location: paths.home })
    expect(await elsa.isWho()).toBe('elsa, editor')
    const kept = await at.newsroom.db.writer.selectFrom('newsroom.sign_in_account').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(password)
  })

  test('a password has twelve characters at least', async () => {
    const fatima = await comeIn(at, 'fatima@example.org')
    const answer = await fatima.post(paths.accountPassword, { wanted: 'elevenchars' })
    expect(answer).toMatchObject({ status: 422 })
    expect(answer.text).toContain('at least 12 characters')
  })

  test('the cookie is for the desk alone, no script reads it, and https asks for https', async () => {
    await using secure = await openSignInDesk(engine, { origin: 'https://news.example.org' })
    const { token } = await secure.invited('gita@example.org')
    const { setCookies } = await secure.visitor().post(paths.signInLink, { token })
    const session = setCookies.find((line) => line.startsWith('__Secure-dateline.session_token='))
    expect(session).toMatch(/; Path=\/desk(;|$)/)
    expect(session).toMatch(/; HttpOnly/)
    expect(session).toMatch(/; SameSite=Lax/i)
    expect(session).toMatch(/; Secure/)
    const other = await at.invited('gita@example.org')
    const answer = await at.visitor().post(paths.signInLink, { token: other.token })
    expect(answer.setCookies.join('\n')).not.toMatch(/; Secure/)
  })

  test('whoever plants a session in a browser does not share what begins there', async () => {
    await memberWithPassword(at, 'goran@example.org')
    const attacker = await comeIn(at, 'eve-goran@example.org')
    const victim = at.visitor()
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value)
    const planted = victim.cookies.get('dateline.session_token')
    await signIn(victim, 'goran@example.org', password)
    expect(victim.cookies.get('dateline.session_token')).not.toBe(planted)
    expect(await victim.isWho()).toBe('goran, editor')
    expect(await attacker.isWho()).toBe('eve-goran, editor')
    const forged = at.visitor()
    forged.cookies.set('dateline.session_token', 'chosen-by-me.c2lnbmVk')
    await signIn(forged, 'goran@example.org', password)
    expect(forged.cookies.get('dateline.session_token')).not.toContain('chosen-by-me')
  })

  test('whoever signs out is out, on this device', async () => {
    await memberWithPassword(at, 'hana@example.org')
    const [here, there] = [at.visitor(), at.visitor()]
    await signIn(here, 'hana@example.org', password)
    await signIn(there, 'hana@example.org', password)
    const before = new Map(here.cookies)
    expect(await here.post(paths.signOut)).toMatchObject({ status: 303, location: paths.signIn })
    for (const [name, value] of before) here.cookies.set(name, value)
    expect(await here.isWho()).toBeUndefined()
    expect(await there.isWho()).toBe('hana, editor')
  })

  test('a mailed link goes to members only, and the page says the same to all', async () => {
    await at.invited('irina@example.org')
    const visitor = at.visitor()
    const known = await visitor.post(paths.signInMail, { email: 'IRINA@example.org', next: '/desk/stories' })
    const unknown = await visitor.post(paths.signInMail, { email: 'nobody@example.org', next: '/desk/stories' })
    expect(known.text.replaceAll('IRINA@example.org', '')).toBe(unknown.text.replaceAll('nobody@example.org', ''))
    await expect.poll(() => at.mails).toHaveLength(1)
    expect(at.mails[0]).toMatchObject({ to: 'irina@example.org', subject: 'Your link to sign in at The Ferry Office' })
    const { searchParams } = linkIn(at.mails[0]?.text)
    const answer = await visitor.post(paths.signInLink, { token: searchParams.get('token') ?? '', next: searchParams.get('next') ?? '' })
    expect(answer).toMatchObject({ status: 303, location: '/desk/stories' })
    expect(await visitor.isWho()).toBe('irina, editor')
  })

  test('a mailed link lasts a quarter of an hour; one that is asked for later takes nothing from it, until one is used', async () => {
    await at.invited('jana@example.org')
    const visitor = at.visitor()
    const mailed = () => at.mails.filter(({ to }) => to === 'jana@example.org')
    await visitor.post(paths.signInMail, { email: 'jana@example.org' })
    await expect.poll(mailed).toHaveLength(1)
    await visitor.post(paths.signInMail, { email: 'jana@example.org' })
    await expect.poll(mailed).toHaveLength(2)
    const [first = '', second = ''] = mailed().map(({ text }) => linkIn(text).searchParams.get('token') ?? '')
    expect(await visitor.post(paths.signInLink, { token: first })).toMatchObject({ status: 303 })
    expect(await at.visitor().post(paths.signInLink, { token: second })).toMatchObject({ status: 404 })
    await visitor.post(paths.signInMail, { email: 'jana@example.org' })
    await expect.poll(mailed).toHaveLength(3)
    at.newsroom.clock.advance(15 * 60_000)
    const third = linkIn(mailed()[2]?.text).searchParams.get('token') ?? ''
    expect(await at.visitor().post(paths.signInLink, { token: third })).toMatchObject({ status: 404 })
  })

  test('after signing in one goes where one wanted to go, and never to another site', async () => {
    await memberWithPassword(at, 'karim@example.org')
    const asked = await at.visitor().get('/desk/people?state=active')
    expect(asked.location).toBe('/desk/sign-in?next=%2Fdesk%2Fpeople%3Fstate%3Dactive')
    const go = async (next: string) => (await signIn(at.visitor(), 'karim@example.org', password, next)).location
    expect(await go('/desk/people?state=active')).toBe('/desk/people?state=active')
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/desk', '/desk/../..//evil.example'])
      expect(await go(next)).toBe(paths.home)
    const signedIn = at.visitor()
    await signIn(signedIn, 'karim@example.org', password)
    expect((await signedIn.get(`${paths.signIn}?next=//evil.example`)).location).toBe(paths.home)
  })

  test('nobody becomes a member by themselves, whatever they ask for', async () => {
    const eve = at.visitor()
    const account = { name: 'Eve', email: 'eve-lea@example.org', password }
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'sign-in/link',
      'sign-in/social',
      'sign-in/pending',
      'link-social',
      'set-password',
    ])
      expect(
        await eve.postJson(`${paths.auth}/${path}`, { ...account, memberId: await anyMember(at), provider: 'oidc' }),
        path,
      ).toMatchObject({
        status: 404,
      })
    for (const path of ['get-session', 'list-sessions', 'ok', 'error', 'callback/oidc?code=1&state=2', 'passkey/list-user-passkeys'])
      expect(await eve.get(`${paths.auth}/${path}`), path).toMatchObject({ status: 404 })
    expect(await signIn(eve, 'eve-lea@example.org', password)).toMatchObject({ status: 422 })
    expect(await eve.isWho()).toBeUndefined()
    const members = await at.newsroom.db.writer.selectFrom('newsroom.member').select('email').execute()
    expect(members.map(({ email }) => email)).toContain('admin@example.org')
    expect(members.filter(({ email }) => email.startsWith('eve-lea'))).toEqual([])
  })

  test('another site cannot sign anybody in or out', async () => {
    const mira = await comeIn(at, 'mira@example.org')
    const evil = { origin: 'https://evil.example' }
    expect(await mira.post(paths.signOut, {}, evil)).toMatchObject({ status: 403 })
    expect(await mira.post(paths.signIn, { email: 'eve-mira@example.org', password }, evil)).toMatchObject({ status: 403 })
    expect(await mira.postJson(`${paths.auth}/passkey/verify-authentication`, { response: {} }, evil)).toMatchObject({ status: 403 })
    expect(await mira.isWho()).toBe('mira, editor')
  })

  test('behind a proxy that says nothing of the host it was asked for, the newsroom’s own pages are', async () => {
    await using behind = await openSignInDesk(engine, { origin: 'http://news.example.org' })
    const ask = async (origin: string) =>
      (await behind.visitor().post(paths.signIn, { email: 'x@example.org', password }, { origin, host: '127.0.0.1:3000' })).status
    expect([await ask('http://news.example.org'), await ask('http://evil.example.org')]).toEqual([422, 403])
  })

  test('nor can a page of the same host that came without https', async () => {
    await using secure = await openSignInDesk(engine, { origin: 'https://news.example.org' })
    const visitor = secure.visitor()
    const ask = async (origin: string) => (await visitor.post(paths.signIn, { email: 'x@example.org', password }, { origin })).status
    expect([await ask('http://news.example.org'), await ask('https://news.example.org')]).toEqual([403, 422])
  })
})

async function comeIn(at: SignInDesk, email: string): Promise<Visitor> {
  const { token } = await at.invited(email)
  const visitor = at.visitor()
  expect(await visitor.post(paths.signInLink, { token })).toMatchObject({ status: 303 })
  return visitor
}

async function memberWithPassword(at: SignInDesk, email: string): Promise<void> {
  const visitor = await comeIn(at, email)
  expect(await visitor.post(paths.accountPassword, { wanted: password })).toMatchObject({ status: 303 })
}

const signIn = (visitor: Visitor, email: string, given: string, next = '') => visitor.post(paths.signIn, { email, password: given, next })

const linkIn = (text = ''): URL => new URL(/https?:\S+/.exec(text)?.[0] ?? 'https://no-link.invalid')

async function stateOf(at: SignInDesk, id: string): Promise<string | undefined> {
  const row = await at.newsroom.db.writer.selectFrom('newsroom.member').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state
}

async function anyMember(at: SignInDesk): Promise<string> {
  const { id } = await at.newsroom.db.writer.selectFrom('newsroom.member').select('id').executeTakeFirstOrThrow()
  return id
}
