import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { changeMember } from '#newsroom/members/change-member.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Role } from '#newsroom/members/member.ts'
import { suspendMember } from '#newsroom/members/suspend-member.ts'
import { desk as paths } from '#src/routes.ts'
import { engines } from '#test/engines.ts'
import type { IdentityProvider } from '#test/identity-provider.ts'
import { openIdentityProvider } from '#test/identity-provider.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'
import type { Visited, Visitor } from '#test/visitor.ts'

const roles: ReadonlyMap<string, Role> = new Map([
  ['news desk', 'editor'],
  ['chiefs', 'chief editor'],
  ['it', 'administrator'],
])

describe.each(engines)('on %s', (engine) => {
  let provider: IdentityProvider
  let at: SignInDesk
  beforeAll(async () => {
    provider = await openIdentityProvider(`http://localhost${paths.auth}/callback/oidc`)
    at = await openSignInDesk(engine, { oidc: { ...provider, roles } })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  })

  const person = (name: string, groups: string[], over: object = {}) => {
    provider.person = { sub: `id-of-${name}`, email: `${name}@example.org`, email_verified: true, name, groups, ...over }
  }

  test('who is no member comes in by a group, and goes where they wanted to go', async () => {
    person('Ana', ['choir', 'news desk', 'chiefs'])
    const ana = at.visitor()
    expect(await arrive(ana, provider, '/desk/people')).toMatchObject({ status: 302, location: '/desk/people' })
    expect(await ana.isWho()).toBe('Ana, chief editor')
    expect(await keptTokens(at)).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
  })

  test('who is no member and has no group of ours stays out, and is none afterwards', async () => {
    person('Eve', ['choir'])
    const eve = at.visitor()
    const { location } = await arrive(eve, provider)
    expect(location).toBe(`${paths.signIn}?error=not_admitted`)
    expect((await eve.get(location ?? '')).text).toContain('you are no member of this newsroom')
    expect(await eve.isWho()).toBeUndefined()
    expect(await roleOf(at, 'eve@example.org')).toBeUndefined()
  })

  test('the role follows the groups at every sign-in, and whoever loses the group loses the desk', async () => {
    person('Boris', ['news desk'])
    const boris = at.visitor()
    await arrive(boris, provider)
    expect(await boris.isWho()).toBe('Boris, editor')
    const seen = (await listMembers(at.newsroom.db.writer)).find(({ name }) => name === 'Boris')
    person('Boris', ['chiefs'])
    await arrive(at.visitor(), provider)
    expect(await boris.isWho()).toBe('Boris, chief editor')
    if (!seen) throw new Error('no Boris')
    const unawares = changeMember(at.newsroom, operator, seen.id, { ...seen, name: 'Boris Ilk', madeFrom: seen.version })
    await expect(unawares, 'an administrator who still sees the editor').rejects.toMatchObject({ code: 'changed-meanwhile' })
    person('Boris', [])
    const again = at.visitor()
    await arrive(again, provider)
    expect(await again.isWho()).toBeUndefined()
  })

  test('who was invited keeps the role they were given where no group has one', async () => {
    await at.invited('carla@example.org', 'contributor')
    person('Carla', ['choir'])
    const carla = at.visitor()
    await arrive(carla, provider)
    expect(await carla.isWho()).toBe('carla, contributor')
  })

  test('whoever is suspended stays out, whatever their groups', async () => {
    person('Dina', ['news desk'])
    const dina = at.visitor()
    await arrive(dina, provider)
    await suspendMember(at.newsroom, operator, (await idOf(at, 'dina@example.org')) ?? '')
    expect(await dina.isWho()).toBeUndefined()
    person('Dina', ['it'])
    await arrive(dina, provider)
    expect(await dina.isWho()).toBeUndefined()
    expect(await roleOf(at, 'dina@example.org')).toBe('editor')
  })

  test('an address that the provider has not seen proven is nobody’s', async () => {
    await at.invited('elsa@example.org', 'administrator')
    person('Elsa', ['it'], { sub: 'somebody-else', email_verified: false })
    const thief = at.visitor()
    await arrive(thief, provider)
    expect(await thief.isWho()).toBeUndefined()
  })

  test('an address of which the provider says nothing makes nobody another member, and a new one by a group', async () => {
    await at.invited('irina@example.org', 'administrator')
    person('Irina', ['it'], { sub: 'somebody-else', email_verified: undefined })
    const thief = at.visitor()
    await arrive(thief, provider)
    expect(await thief.isWho()).toBeUndefined()
    person('Jana', ['news desk'], { email_verified: undefined })
    for (let days = 0; days < 2; days += 1) {
      const jana = at.visitor()
      await arrive(jana, provider)
      expect(await jana.isWho()).toBe('Jana, editor')
    }
  })

  test('a member stays who they are when the provider gives them another’s address', async () => {
    await at.invited('chief@example.org', 'administrator')
    person('Goran', ['news desk'])
    await arrive(at.visitor(), provider)
    person('Goran', ['news desk'], { email: 'chief@example.org' })
    const goran = at.visitor()
    await arrive(goran, provider)
    expect(await goran.isWho()).toBe('Goran, editor')
    expect(await roleOf(at, 'chief@example.org')).toBe('administrator')
  })

  test('the last administrator stays one, whatever the groups say', async () => {
    await using small = await openSignInDesk(engine, { oidc: { ...provider, roles } })
    provider.person = { sub: 'id-of-admin', email: 'admin@example.org', email_verified: true, name: 'Admin', groups: ['news desk'] }
    const admin = small.visitor()
    await arrive(admin, provider)
    expect(await admin.isWho()).toBe('admin, administrator')
  })

  test('an answer that this browser did not ask for lets nobody in', async () => {
    person('Hana', ['news desk'])
    const { location } = await at.visitor().get(paths.signInOidc)
    const back = await provider.visit(location ?? '')
    const other = at.visitor()
    await other.get(new URL(back).pathname + new URL(back).search)
    expect(await other.isWho()).toBeUndefined()
    const forged = await other.get(`${paths.auth}/callback/oidc?code=stolen&state=made-up`)
    expect(forged.location ?? '').toMatch(/^http:\/\/localhost\/desk\/sign-in\?/)
    expect(await other.isWho()).toBeUndefined()
  })

  test('the way to the provider is opened fifty times in a quarter of an hour', async () => {
    const eve = at.visitor()
    for (let tries = 0; tries < 50; tries += 1) expect((await eve.get(paths.signInOidc)).status).toBe(303)
    expect(await eve.get(paths.signInOidc)).toMatchObject({ status: 429 })
  })

  test('while the provider is away the page says so, and it is asked again afterwards', async () => {
    const away = await openIdentityProvider('http://localhost/nowhere')
    await away[Symbol.asyncDispose]()
    await using desk = await openSignInDesk(engine, { oidc: { ...away, roles } })
    const answer = await desk.visitor().get(paths.signInOidc)
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('does not answer')
    expect((await desk.visitor().get(paths.signIn)).text).toContain('Sign in with your organisation')
    await using _back = await openIdentityProvider('http://localhost/nowhere', Number(new URL(away.issuer).port))
    const again = await desk.visitor().get(paths.signInOidc)
    expect(again.status).toBe(303)
    expect(again.location).toContain(away.issuer)
  })
})

async function arrive(visitor: Visitor, provider: IdentityProvider, next = '/desk'): Promise<Visited> {
  const { status, location } = await visitor.get(`${paths.signInOidc}?next=${encodeURIComponent(next)}`)
  expect(status).toBe(303)
  const back = new URL(await provider.visit(location ?? ''))
  return visitor.get(back.pathname + back.search)
}

async function idOf(at: SignInDesk, email: string): Promise<string | undefined> {
  return (await at.newsroom.db.writer.selectFrom('newsroom.member').select('id').where('email', '=', email).executeTakeFirst())?.id
}

async function roleOf(at: SignInDesk, email: string): Promise<string | undefined> {
  return (await at.newsroom.db.writer.selectFrom('newsroom.member').select('role').where('email', '=', email).executeTakeFirst())?.role
}

async function keptTokens(at: SignInDesk): Promise<unknown[]> {
  return at.newsroom.db.writer
    .withTables<{ 'newsroom.sign_in_account': { access_token: unknown; refresh_token: unknown; id_token: unknown } }>()
    .selectFrom('newsroom.sign_in_account')
    .select(['access_token', 'refresh_token', 'id_token'])
    .execute()
}
