import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { desk as paths, link } from '#src/routes.ts'
import { appCode } from '#test/app-code.ts'
import { engines } from '#test/engines.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'
import type { Visitor } from '#test/visitor.ts'

const password = 'four words are enough'
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

describe.each(engines)('on %s', (engine) => {
  let at: SignInDesk
  beforeAll(async () => {
    at = await openSignInDesk(engine)
  })
  afterAll(() => at[Symbol.asyncDispose]())

  test('a member says how they are called, in which language, and when mail comes', async () => {
    const ana = await memberOf(at, 'ana')
    const answer = await ana.post(paths.account, { name: 'Ana Lungu', language: 'en', mailWish: 'daily' })
    expect(answer).toMatchObject({ status: 303, location: `${paths.account}?done=saved` })
    expect(await ana.isWho()).toBe('Ana Lungu, editor')
    const page = (await ana.get(paths.account)).text
    expect(page).toContain('value="daily" selected')
    expect((await ana.post(paths.account, { name: ' ', mailWish: 'daily' })).status).toBe(422)
  })

  test('changing the password takes the old one, and signs out everywhere else', async () => {
    const here = await memberOf(at, 'boris')
    const there = at.visitor()
    await signIn(there, 'boris', password)
    const wrong = await here.post(paths.accountPassword, { current: 'not this one at all', wanted: 'another four words here' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.text).toContain('The current password is another one')
    const before = here.cookies.get('dateline.session_token')
    expect(await here.post(paths.accountPassword, { current: password, wanted: 'another four words here' })).toMatchObject({ status: 303 })
    expect(here.cookies.get('dateline.session_token')).not.toBe(before)
    expect(await here.isWho()).toBe('boris, editor')
    expect(await there.isWho()).toBeUndefined()
    expect((await signIn(at.visitor(), 'boris', password)).status).toBe(422)
    expect((await signIn(at.visitor(), 'boris', 'another four words here')).status).toBe(303)
  })

  test('who forgot the password sets another after a mailed link, and only then', async () => {
    await memberOf(at, 'carla')
    const visitor = at.visitor()
    await signIn(visitor, 'carla', password)
    expect((await visitor.post(paths.accountPassword, { current: '', wanted: 'another four words here' })).status).toBe(422)
    await comeByMail(at, visitor, 'carla')
    expect((await visitor.post(paths.accountPassword, { current: '', wanted: 'too short' })).status).toBe(422)
    expect((await visitor.post(paths.accountPassword, { current: '', wanted: 'another four words here' })).status).toBe(303)
    expect((await signIn(at.visitor(), 'carla', 'another four words here')).status).toBe(303)
  })

  test('sessions are listed with their device and ended one by one or all others', async () => {
    const here = await memberOf(at, 'dina')
    const [phone, office, home] = [at.visitor(), at.visitor(), at.visitor()]
    for (const visitor of [phone, office, home]) await signIn(visitor, 'dina', password, firefox)
    const page = (await here.get(paths.account)).text
    expect(page.match(/<b>Firefox on Linux/g)).toHaveLength(3)
    expect(page).toContain('(this one)')
    expect(page).not.toContain('198.51.100')
    const sessions = [...page.matchAll(/\/desk\/account\/sessions\/([0-9a-f-]{36})\/off/g)].map((match) => match[1] ?? '')
    expect(sessions).toHaveLength(3)
    await here.post(link(paths.accountSessionOff, { session: sessions[0] ?? '' }))
    const still = await Promise.all([phone, office, home].map((visitor) => visitor.isWho()))
    expect(still.filter((who) => who !== undefined)).toHaveLength(2)
    await here.post(paths.accountSessionsOff)
    expect(await Promise.all([here, phone, office, home].map((visitor) => visitor.isWho()))).toEqual([
      'dina, editor',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('nobody ends the session of another member', async () => {
    const [elsa, eve] = [await memberOf(at, 'elsa'), await memberOf(at, 'eve')]
    const other = at.visitor()
    await signIn(other, 'elsa', password)
    const session = /sessions\/([0-9a-f-]{36})\/off/.exec((await elsa.get(paths.account)).text)?.[1] ?? ''
    await eve.post(link(paths.accountSessionOff, { session }))
    expect(await other.isWho()).toBe('elsa, editor')
  })

  test('with codes on, neither a password nor a mailed link is enough', async () => {
    const { visitor, address } = await memberWithCodes(at, 'fatima')
    expect(await visitor.isWho()).toBe('fatima, editor')
    const later = at.visitor()
    expect(await signIn(later, 'fatima', password)).toMatchObject({ status: 303, location: paths.signInCode })
    expect(await later.isWho()).toBeUndefined()
    expect((await later.get(paths.signInCode)).text).toContain('six digits')
    expect((await later.post(paths.signInCode, { code: '000000' })).status).toBe(422)
    const answer = await later.post(paths.signInCode, { code: appCode(address), next: '/desk/stories' })
    expect(answer).toMatchObject({ status: 303, location: '/desk/stories' })
    expect(await later.isWho()).toBe('fatima, editor')
    const byLink = at.visitor()
    expect(await comeByMail(at, byLink, 'fatima')).toMatchObject({ status: 303, location: paths.signInCode })
    expect(await byLink.isWho()).toBeUndefined()
    at.newsroom.clock.advance(2 * 60_000)
    await byLink.post(paths.signInCode, { code: appCode(address) })
    expect(await byLink.isWho()).toBe('fatima, editor')
    expect((await byLink.get(paths.account)).text).toContain('by an e-mailed link')
  })

  test('a code of the app lets in once, whoever read it over a shoulder', async () => {
    const { address } = await memberWithCodes(at, 'karin')
    const code = appCode(address)
    const [karin, thief] = [at.visitor(), at.visitor()]
    for (const visitor of [karin, thief]) await signIn(visitor, 'karin', password)
    expect((await karin.post(paths.signInCode, { code })).status).toBe(303)
    const answer = await thief.post(paths.signInCode, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
    expect([answer.status, answer.text.includes('This code is not right now.')]).toEqual([422, true])
    expect(await thief.isWho()).toBeUndefined()
  })

  test('a backup code lets in once', async () => {
    const { backupCodes } = await memberWithCodes(at, 'goran')
    const [code = ''] = backupCodes
    const first = at.visitor()
    await signIn(first, 'goran', password)
    expect((await first.post(paths.signInCode, { code })).status).toBe(303)
    expect(await first.isWho()).toBe('goran, editor')
    const second = at.visitor()
    await signIn(second, 'goran', password)
    expect((await second.post(paths.signInCode, { code })).status).toBe(422)
    expect(await second.isWho()).toBeUndefined()
  })

  test('new backup codes take the place of the old, and codes can be turned off with the password', async () => {
    const { visitor, backupCodes } = await memberWithCodes(at, 'hana')
    expect((await visitor.post(paths.accountBackupCodes, { password: 'not this one at all' })).status).toBe(422)
    const page = await visitor.post(paths.accountBackupCodes, { password })
    const fresh = backupCodesIn(page.text)
    expect(fresh).toHaveLength(10)
    expect(fresh).not.toEqual(backupCodes)
    const later = at.visitor()
    await signIn(later, 'hana', password)
    expect((await later.post(paths.signInCode, { code: backupCodes[0] ?? '' })).status).toBe(422)
    expect((await visitor.post(paths.accountCodesOff, { password: 'not this one at all' })).status).toBe(422)
    expect((await visitor.post(paths.accountCodesOff, { password })).status).toBe(303)
    expect((await signIn(at.visitor(), 'hana', password)).location).toBe(paths.home)
  })

  test('a wrong first code shows the picture and the codes again, and codes are not on', async () => {
    const irina = await memberOf(at, 'irina')
    const page = (await irina.post(paths.accountCodes, { password })).text
    const wrong = await irina.post(paths.accountCodesBegun, {
      code: '000000',
      address: addressIn(page),
      backupCodes: backupCodesIn(page).join(' '),
    })
    expect(wrong.status).toBe(422)
    expect(addressIn(wrong.text)).toBe(addressIn(page))
    expect(backupCodesIn(wrong.text)).toEqual(backupCodesIn(page))
    expect((await signIn(at.visitor(), 'irina', password)).location).toBe(paths.home)
    const address = `otpauth://totp/${'a'.repeat(5000)}`
    expect((await irina.post(paths.accountCodesBegun, { code: '000000', address, backupCodes: '' })).status).toBe(422)
  })

  test('ten wrong codes close the second step for a while, however often it is begun anew', async () => {
    const { address } = await memberWithCodes(at, 'jana')
    const answers: number[] = []
    for (let begun = 0; begun < 3; begun += 1) {
      const eve = at.visitor()
      await signIn(eve, 'jana', password)
      for (let tries = 0; tries < 4; tries += 1) answers.push((await eve.post(paths.signInCode, { code: '000000' })).status)
    }
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(422))
    expect(answers.slice(10)).toEqual([429, 429])
    const jana = at.visitor()
    await signIn(jana, 'jana', password)
    expect((await jana.post(paths.signInCode, { code: appCode(address) })).text).toContain('try again in 15 minutes.')
  })

  test('a language that the desk does not speak is none', async () => {
    const lea = await memberOf(at, 'lea')
    const choose = async (language: string) => {
      expect((await lea.post(paths.account, { name: 'Lea', language, mailWish: 'never' })).status).toBe(303)
      const rows = at.newsroom.db.writer.selectFrom('newsroom.member').select('language').where('email', '=', 'lea@example.org')
      return (await rows.executeTakeFirstOrThrow()).language
    }
    expect([await choose('fr'), await choose('constructor'), await choose('fr'), await choose('')]).toEqual(['fr', null, 'fr', null])
  })

  test('the second step is nobody’s without the first', async () => {
    const stranger = at.visitor()
    expect(await stranger.get(paths.signInCode)).toMatchObject({ status: 303, location: paths.signIn })
    expect(await stranger.post(paths.signInCode, { code: '123456' })).toMatchObject({ status: 303, location: paths.signIn })
  })
})

async function memberOf(at: SignInDesk, name: string): Promise<Visitor> {
  const { token } = await at.invited(`${name}@example.org`)
  const visitor = at.visitor()
  await visitor.post(paths.signInLink, { token })
  expect(await visitor.post(paths.accountPassword, { wanted: password })).toMatchObject({ status: 303 })
  return visitor
}

type WithCodes = { visitor: Visitor; address: string; backupCodes: string[] }

async function memberWithCodes(at: SignInDesk, name: string): Promise<WithCodes> {
  const visitor = await memberOf(at, name)
  const page = (await visitor.post(paths.accountCodes, { password })).text
  const [address, backupCodes] = [addressIn(page), backupCodesIn(page)]
  expect(backupCodes).toHaveLength(10)
  expect(await visitor.post(paths.accountCodesBegun, { code: appCode(address) })).toMatchObject({ status: 303 })
  return { visitor, address, backupCodes }
}

const addressIn = (page: string): string => (/alt="(otpauth:[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
const backupCodesIn = (page: string): string[] => [...page.matchAll(/<li><code>([^<]+)<\/code>/g)].map((match) => match[1] ?? '')

const signIn = (visitor: Visitor, name: string, given: string, headers: Record<string, string> = {}) =>
  visitor.post(paths.signIn, { email: `${name}@example.org`, password: given }, headers)

async function comeByMail(at: SignInDesk, visitor: Visitor, name: string) {
  const mailed = () => at.mails.filter(({ to }) => to === `${name}@example.org`)
  const before = mailed().length
  await visitor.post(paths.signInMail, { email: `${name}@example.org` })
  await expect.poll(mailed).toHaveLength(before + 1)
  const token = /token=([\w-]+)/.exec(mailed().at(-1)?.text ?? '')?.[1] ?? ''
  return visitor.post(paths.signInLink, { token })
}
