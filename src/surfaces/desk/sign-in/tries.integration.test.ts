import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { desk as paths } from '#src/routes.ts'
import { engines } from '#test/engines.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'

const password = 'four words are enough'
const quarter = 15 * 60_000

describe.each(engines)('on %s', (engine) => {
  let at: SignInDesk
  beforeAll(async () => {
    at = await openSignInDesk(engine)
  })
  afterAll(() => at[Symbol.asyncDispose]())

  test('after ten wrong passwords from one address an account is closed to it for a while, and to nobody elsewhere', async () => {
    await memberWithPassword(at, 'ana@example.org')
    const eve = at.visitor('203.0.113.55')
    for (let tries = 0; tries < 10; tries += 1)
      expect((await eve.post(paths.signIn, { email: 'ana@example.org', password: 'wrong, wrong, wrong' })).status).toBe(422)
    const answer = await eve.post(paths.signIn, { email: 'ANA@example.org ', password })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('Too many tries: try again in 15 minutes.')
    expect(answer.headers.get('retry-after')).toBe('900')
    at.newsroom.clock.advance(10 * 60_000)
    expect((await eve.post(paths.signIn, { email: 'ana@example.org', password })).text).toContain('try again in 5 minutes.')
    expect((await at.visitor('203.0.113.56').post(paths.signIn, { email: 'ana@example.org', password })).status).toBe(303)
    at.newsroom.clock.advance(5 * 60_000)
    expect((await eve.post(paths.signIn, { email: 'ana@example.org', password })).status).toBe(303)
  })

  test('what was right is not counted against a member', async () => {
    await memberWithPassword(at, 'boris@example.org')
    for (let days = 0; days < 12; days += 1)
      expect((await at.visitor().post(paths.signIn, { email: 'boris@example.org', password })).status).toBe(303)
  })

  test('twenty tries from one address are enough, whosever account they are for', async () => {
    const eve = at.visitor('203.0.113.66')
    for (let tries = 0; tries < 20; tries += 1)
      expect((await eve.post(paths.signInMail, { email: `guess-${tries}@example.org` })).status).toBe(200)
    const answer = await eve.post(paths.signInMail, { email: 'one-more@example.org' })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('try again in 15 minutes.')
    expect((await at.visitor().post(paths.signInMail, { email: 'one-more@example.org' })).status).toBe(200)
  })

  test('what a browser claims of its address counts only behind a trusted proxy', async () => {
    const claim = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}` })
    const eve = at.visitor('192.0.2.1')
    for (let tries = 0; tries < 20; tries += 1) await eve.post(paths.signInMail, { email: `claim-${tries}@example.org` }, claim(tries))
    expect((await eve.post(paths.signInMail, { email: 'x@example.org' }, claim(99))).status).toBe(429)
    await using behind = await openSignInDesk(engine, { trustProxy: true })
    const proxy = behind.visitor('192.0.2.1')
    for (let tries = 0; tries < 20; tries += 1) await proxy.post(paths.signInMail, { email: `claim-${tries}@example.org` }, claim(1))
    expect((await proxy.post(paths.signInMail, { email: 'x@example.org' }, claim(1))).status).toBe(429)
    expect((await proxy.post(paths.signInMail, { email: 'x@example.org' }, claim(2))).status).toBe(200)
  })

  test('links are mailed to one address four times in a quarter of an hour, twelve times wherever they are asked for', async () => {
    await at.invited('carla@example.org')
    const ask = async (from: number) =>
      (await at.visitor(`198.51.100.${from}`).post(paths.signInMail, { email: 'carla@example.org' })).status
    for (const from of [1, 2, 3]) {
      for (let tries = 0; tries < 4; tries += 1) expect(await ask(from)).toBe(200)
      expect(await ask(from)).toBe(429)
    }
    expect(await ask(4)).toBe(429)
    await expect.poll(() => at.mails.filter(({ to }) => to === 'carla@example.org')).toHaveLength(12)
    at.newsroom.clock.advance(quarter)
    expect(await ask(4)).toBe(200)
  })

  test('passkeys are counted too', async () => {
    const eve = at.visitor('203.0.113.77')
    const guess = () => eve.postJson(`${paths.auth}/passkey/verify-authentication`, { response: { id: 'x' } })
    for (let tries = 0; tries < 200; tries += 1) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(429)
  })

  test('what was typed is not kept where it is counted', async () => {
    await at.visitor().post(paths.signIn, { email: 'my secret typed by mistake', password: 'wrong' })
    const kept = await at.newsroom.db.writer.selectFrom('newsroom.tries').select('key').execute()
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain('my secret')
  })
})

async function memberWithPassword(at: SignInDesk, email: string): Promise<void> {
  const { token } = await at.invited(email)
  const visitor = at.visitor()
  await visitor.post(paths.signInLink, { token })
  await visitor.post(paths.accountPassword, { wanted: password })
}
