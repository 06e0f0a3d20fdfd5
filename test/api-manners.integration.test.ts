import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { makeKey } from '#newsroom/keys/make-key.ts'
import { revokeKey } from '#newsroom/keys/revoke-key.ts'
import { operator } from '#newsroom/members/member.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import { suspendMember } from '#newsroom/members/suspend-member.ts'
import { api as paths, link } from '#src/routes.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, ferry, newsroomOn, released } from '#test/newsroom.ts'

describe.each(engines)('what programs can count on, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  const [ana, edit, admin, zoe] = [
    someone('Ana', 'contributor'),
    someone('Edit', 'editor'),
    someone('Admin', 'administrator'),
    someone('Zoe', 'editor'),
  ]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, edit, admin, zoe)
    api = await openTestApi(newsroom)
  })

  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const ask = async (path: string, { key, ...init }: RequestInit & { key?: string } = {}) => {
    const headers = new Headers(init.headers)
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
    if (init.body !== undefined) headers.set('content-type', 'application/json')
    const answer = await fetch(api.url + path, { redirect: 'manual', ...init, headers })
    const text = await answer.text()
    const json: Record<string, unknown> = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: answer.status, headers: answer.headers, text, json, code: json['code'] }
  }
  const filing = (headline: string) => JSON.stringify({ language: 'en', content: ferry({ headline, slug: '' }) })

  test('a key is shown once, acts as its member in the audit log, and is kept as a hash', async () => {
    const { token } = await makeKey(newsroom, operator, { member: edit.id, name: 'A bot', scopes: ['write', 'read'], days: 1 })
    const filed = await ask(paths.stories, { method: 'POST', key: token, body: filing('Filed by a bot') })
    expect(filed.status).toBe(201)
    const act = await newsroom.db.writer
      .selectFrom('newsroom.audit')
      .select(['member_name', 'surface', 'address'])
      .where('surface', '=', 'api')
      .orderBy('at', 'desc')
      .executeTakeFirst()
    expect(act).toEqual({ member_name: 'Edit', surface: 'api', address: '127.0.0.1' })
    const row = await newsroom.db.writer.selectFrom('newsroom.api_key').selectAll().where('name', '=', 'A bot').executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(token.startsWith(row.prefix)).toBe(true)
    expect(row.last_used_at).toEqual(newsroom.clock.now())
  })

  test('a key that is expired, revoked, unknown, or of somebody suspended is refused', async () => {
    const [gone, late] = [
      await makeKey(newsroom, operator, { member: edit.id, name: 'Gone', scopes: ['read'], days: 1 }),
      await makeKey(newsroom, operator, { member: zoe.id, name: 'Late', scopes: ['read'], days: 2 }),
    ]
    expect((await ask(paths.me, { key: gone.token })).json).toMatchObject({ name: 'Edit', scopes: ['read'] })
    await revokeKey(newsroom, operator, { key: gone.id })
    expect(await ask(paths.me, { key: gone.token })).toMatchObject({ status: 401, code: 'key-refused' })
    expect((await ask(paths.me, { key: late.token })).status).toBe(200)
    await suspendMember(newsroom, operator, zoe.id)
    expect((await ask(paths.me, { key: late.token })).status).toBe(401)
    const nobody = await ask(paths.me)
    expect(nobody).toMatchObject({ status: 401, code: 'key-needed' })
    expect(nobody.headers.get('www-authenticate')).toContain('Bearer')
    expect(nobody.headers.get('content-type')).toBe('application/problem+json')
    const short = await makeKey(newsroom, operator, { member: edit.id, name: 'Short', scopes: ['read'], days: 1 })
    newsroom.clock.advance(86_400_000)
    expect((await ask(paths.me, { key: short.token })).status).toBe(401)
  })

  test('a program works by the key of a member who never signed in, until that member is suspended', async () => {
    const given = { projects: null, sections: null, languages: null }
    const invitation = { email: 'robot@example.org', name: 'Robot', role: 'contributor' as const, ...given }
    const { memberId } = await inviteMember(newsroom, operator, invitation)
    const { token } = await makeKey(newsroom, operator, { member: memberId, name: 'Robot', scopes: ['read', 'write'], days: 1 })
    expect((await ask(paths.me, { key: token })).json).toMatchObject({ name: 'Robot', role: 'contributor' })
    expect((await ask(paths.stories, { method: 'POST', key: token, body: filing('Filed by a robot') })).status).toBe(201)
    await suspendMember(newsroom, operator, memberId)
    expect((await ask(paths.me, { key: token })).status).toBe(401)
  })

  test('a key goes no further than its scopes, nor than its member, and makes no keys', async () => {
    const reads = await api.keyOf(admin, ['read'])
    expect(await ask(paths.members, { key: reads })).toMatchObject({ status: 403, code: 'scope-missing' })
    const all = await api.keyOf(ana)
    expect(await ask(paths.members, { key: all })).toMatchObject({ status: 403, code: 'not-allowed' })
    const by = { ...admin, via: { surface: 'api' as const, address: null } }
    const more = makeKey(newsroom, by, { member: admin.id, name: 'More', scopes: ['people'], days: 300 })
    await expect(more).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await ask(paths.keys, { method: 'POST', key: await api.keyOf(admin), body: '{}' })).toMatchObject({ status: 405 })
  })

  test('who was invited by a program is mailed the link, and the program is told none of it', async () => {
    const body = JSON.stringify({
      email: 'nina@example.org',
      name: 'Nina',
      role: 'editor',
      projects: null,
      sections: null,
      languages: null,
    })
    const invited = await ask(paths.members, { method: 'POST', key: await api.keyOf(admin, ['people']), body })
    expect(invited.status).toBe(201)
    expect(Object.keys(invited.json)).toEqual(['id'])
    expect(api.mails.at(-1)).toMatchObject({ to: 'nina@example.org' })
    expect(api.mails.at(-1)?.text).toContain('https://news.example/desk/sign-in/link?token=')
  })

  test('a write says what it was made from: 428 without, 412 when that is the latest no longer, and neither changes anything', async () => {
    const { edition } = await draft(newsroom, { headline: 'Twice', slug: '' })
    const key = await api.keyOf(edit)
    const path = link(paths.edition, { edition })
    const first = await ask(path, { key })
    const etag = first.headers.get('etag') ?? ''
    const put = (headline: string, match?: string) =>
      ask(path, {
        method: 'PUT',
        key,
        body: JSON.stringify(ferry({ headline, slug: '' })),
        ...(match && { headers: { 'if-match': match } }),
      })
    expect(await put('Without')).toMatchObject({ status: 428, code: 'if-match-needed' })
    expect(await put('In time', etag)).toMatchObject({ status: 200, json: { revision: 2 } })
    expect(await put('Too late', etag)).toMatchObject({ status: 412, code: 'stale-revision', json: { latest: 2 } })
    expect(await put('Nonsense', '"9-abc"')).toMatchObject({ status: 412 })
    expect((await ask(path, { key })).json).toMatchObject({ revision: 2, content: { headline: 'In time' } })
    const cleared = await ask(link(paths.clearance, { edition }), { method: 'POST', key, body: '{}', headers: { 'if-match': etag } })
    expect(cleared.status).toBe(412)
  })

  test('an entry of a register is changed from the version that was read', async () => {
    const { ours } = await sectionsAndProjects(newsroom)
    const key = await api.keyOf(admin, ['read', 'registers'])
    const path = link(paths.entry, { register: 'projects', id: ours })
    const read = await ask(path, { key })
    const entry = { ...(read.json['entry'] as object), acronym: 'OARS' }
    const put = (match: string) => ask(path, { method: 'PUT', key, body: JSON.stringify(entry), headers: { 'if-match': match } })
    expect((await put(read.headers.get('etag') ?? '')).status).toBe(204)
    expect(await put('"99"')).toMatchObject({ status: 412, code: 'changed-meanwhile' })
    expect((await ask(path, { key })).json).toMatchObject({ entry: { acronym: 'OARS' } })
  })

  test('the same request under one name is done once, and another under that name is refused', async () => {
    const key = await api.keyOf(edit, ['write', 'read', 'release'])
    const file = (headline: string, name: string) =>
      ask(paths.stories, { method: 'POST', key, body: filing(headline), headers: { 'idempotency-key': name } })
    const [one, two] = await Promise.all([file('Once', 'n1'), file('Once', 'n1')])
    expect([201, 409]).toEqual(expect.arrayContaining([one.status, two.status]))
    expect([one.status, two.status]).toContain(201)
    const again = await file('Once', 'n1')
    expect(again).toMatchObject({ status: 201, json: (one.status === 201 ? one : two).json })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const { n } = await newsroom.db.writer
      .selectFrom('newsroom.edition')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('headline', '=', 'Once')
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(1)
    expect(await file('Another', 'n1')).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    newsroom.clock.advance(25 * 3_600_000)
    expect((await file('Another', 'n1')).status).toBe(201)
    const refused = await ask(paths.stories, { method: 'POST', key, body: '{}', headers: { 'idempotency-key': 'n2' } })
    expect(refused.status).toBe(422)
    expect((await file('What failed may be mended', 'n2')).status).toBe(201)
  })

  test('what is told once is not told again, nor kept', async () => {
    const { edition } = await draft(newsroom, { headline: 'Shown outside', slug: '' })
    const key = await api.keyOf(edit)
    const body = JSON.stringify({ forWhom: 'A donor', days: 3 })
    const make = () => ask(link(paths.privateLinks, { edition }), { method: 'POST', key, body, headers: { 'idempotency-key': 'link' } })
    const made = await make()
    expect(made).toMatchObject({ status: 201 })
    expect(await make()).toMatchObject({ status: 409, code: 'told-once' })
    const token = String(made.json['url']).split('/').at(-1) ?? ''
    const kept = await newsroom.db.writer.selectFrom('newsroom.api_answer').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('a program gone wild is told to wait, by key and, without one, by address; the next minute it may go on', async () => {
    const key = await api.keyOf(edit, ['read'])
    const first = await ask(paths.me, { key })
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60')
    expect(first.headers.get('ratelimit')).toBe('"key";r=599;t=60')
    const all = await Promise.all(Array.from({ length: 600 }, () => ask(paths.me, { key })))
    const over = all.filter(({ status }) => status === 429)
    expect(over).toHaveLength(1)
    expect(over[0]).toMatchObject({ code: 'too-many-requests' })
    expect(over[0]?.headers.get('retry-after')).toBe('60')
    newsroom.clock.advance(61_000)
    expect((await ask(paths.me, { key })).status).toBe(200)
    const tries = await Promise.all(Array.from({ length: 125 }, () => ask(paths.me, { key: 'dln_wrong' })))
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(5)
    newsroom.clock.advance(61_000)
  })

  test('what is too large, no JSON, or at no address is a problem like any other', async () => {
    const key = await api.keyOf(edit)
    const post = (body: string) => ask(paths.stories, { method: 'POST', key, body })
    expect(await post(`"${'x'.repeat(2 * 1024 * 1024)}"`)).toMatchObject({ status: 413, code: 'too-large' })
    expect(await post('{')).toMatchObject({ status: 400, code: 'bad-json' })
    expect(await post('{"language":"en","content":{"kind":"rumour"}}')).toMatchObject({ status: 422, code: 'bad-input' })
    const { byline: _, ...without } = ferry({ slug: 'Two Banks!' })
    const { json } = await post(JSON.stringify({ language: 'en', content: without }))
    expect(json, 'what is wrong is said in words').toMatchObject({
      errors: expect.arrayContaining([
        { pointer: '/content/byline', detail: expect.stringMatching(/^it is missing; .* null/) },
        { pointer: '/content/slug', detail: expect.stringMatching(/hyphens between words: two-banks$/) },
      ]),
    })
    const nowhere = { language: 'en', content: ferry({ section: '01900000-0000-7000-8000-000000000000' }) }
    expect(await post(JSON.stringify(nowhere))).toMatchObject({ status: 422, code: 'unknown-reference' })
    expect(await post(JSON.stringify({ language: 'xx', content: ferry() }))).toMatchObject({ status: 422, code: 'no-such-language' })
    const plain = await fetch(api.url + paths.stories, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: 'words' })
    expect(plain.status).toBe(415)
    expect(await ask('/api/v1/nowhere')).toMatchObject({ status: 404, code: 'no-such-thing' })
    expect(await ask('/api/v1/me', { method: 'POST', key })).toMatchObject({ status: 405, code: 'method-not-allowed' })
  })

  test('what is public needs no key, is kept like a page, follows what is released, and is open to other sites', async () => {
    const titles = ['First', 'Second', 'Third']
    for (const headline of titles) {
      await released(newsroom, { headline, slug: headline.toLowerCase(), summary: 'River' })
      newsroom.clock.advance(60_000)
    }
    const headlines = ({ json }: { json: Record<string, unknown> }) =>
      (json['items'] as { headline: string }[]).map(({ headline }) => headline)
    const page = await ask(`${paths.stories}?limit=2&fields=headline&utm=x`)
    expect(headlines(page)).toEqual(['Third', 'Second'])
    const only = (headline: string) => ({ headline, story: expect.any(String), url: `https://news.example/news/${headline.toLowerCase()}` })
    expect(page.json['items']).toEqual([only('Third'), only('Second')])
    expect(page.headers.get('access-control-allow-origin')).toBe('*')
    expect(page.headers.get('cache-control')).toContain('public')
    const etag = page.headers.get('etag') ?? ''
    const same = await fetch(`${api.url}${paths.stories}?limit=2&fields=headline`, { headers: { 'if-none-match': etag } })
    expect(same.status).toBe(304)
    for (const { headers } of [page, same, await ask(`${paths.search}?q=river`), await ask(`${paths.stories}/none`)]) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toBe('ETag, Link, Retry-After, RateLimit, RateLimit-Policy')
    }
    const next = /^<https:\/\/news\.example([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? ''
    expect(headlines(await ask(next))).toEqual(['First'])
    await released(newsroom, { headline: 'Fourth', slug: 'fourth' })
    expect(headlines(await ask(`${paths.stories}?limit=2&fields=headline`))).toEqual(['Fourth', 'Third'])
    expect(headlines(await ask(`${paths.search}?q=river&fields=headline`)).toSorted()).toContain('First')
    expect(await ask(`${paths.stories}?section=nowhere`)).toMatchObject({ status: 422, code: 'unknown-facet' })
    expect(await ask(`${paths.stories}?cursor=nonsense`)).toMatchObject({ status: 422, code: 'bad-cursor' })
    expect(await ask(`${paths.stories}?fields=secrets`)).toMatchObject({ status: 422, code: 'unknown-field' })
    const options = await fetch(api.url + paths.stories, { method: 'OPTIONS' })
    expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    const keyed = await ask(paths.me, { key: await api.keyOf(edit) })
    expect(keyed.headers.get('access-control-allow-origin')).toBeNull()
    expect(keyed.headers.get('cache-control')).toBe('no-store')
  })

  test('the description and its documents come from here alone', async () => {
    const docs = await ask(paths.docs)
    expect(docs.status).toBe(200)
    expect(docs.text).toContain('/stories/{slug}')
    const policy = docs.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('http')
    expect(docs.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    const reader = await fetch(api.url + paths.docsReader)
    expect(reader.headers.get('content-type')).toContain('javascript')
    expect((await reader.text()).length).toBeGreaterThan(1_000_000)
    const encodingFor = async (accepted: string) =>
      (await fetch(api.url + paths.docsReader, { headers: { 'accept-encoding': accepted } })).headers.get('content-encoding')
    expect([await encodingFor('gzip, br'), await encodingFor('br;q=0, gzip')]).toEqual(['br', null])
    expect((await ask(paths.description)).json).toMatchObject({ openapi: '3.1.1' })
    expect((await ask(paths.problems)).text).toContain('id="stale-revision"')
  })
})
