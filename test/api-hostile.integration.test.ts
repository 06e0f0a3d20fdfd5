import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { keyScopes } from '#newsroom/keys/api-key.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { api as paths, link } from '#src/routes.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, ferry, newsroomOn, released } from '#test/newsroom.ts'

const secret = 'Zorkmid'

describe.each(engines)('programs that try what they should not, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let edition = ''
  let [key, adminKey] = ['', '']
  const [edit, admin] = [someone('Edit', 'editor'), someone('Admin', 'administrator')]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, edit, admin)
    api = await openTestApi(newsroom)
    ;[key, adminKey] = [await api.keyOf(edit), await api.keyOf(admin)]
    edition = (await draft(newsroom, { headline: `${secret} sails`, slug: '' })).edition
    await released(newsroom, { headline: 'Shown', slug: 'shown' })
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const ask = async (path: string, init: { method?: string; headers?: Record<string, string>; body?: string; by?: string } = {}) => {
    const { by, ...rest } = init
    const headers = { ...(rest.body !== undefined && { 'content-type': 'application/json' }), ...rest.headers }
    const answer = await fetch(api.url + path, {
      ...rest,
      redirect: 'manual',
      headers: { ...headers, ...(by !== undefined && { authorization: `Bearer ${by}` }) },
    })
    const text = await answer.text()
    const json: unknown = text.startsWith('{') ? JSON.parse(text) : {}
    const code = typeof json === 'object' && json && 'code' in json ? json.code : undefined
    return { status: answer.status, headers: answer.headers, text, code }
  }
  const cursorOf = (mark: object) => Buffer.from(JSON.stringify(mark)).toString('base64url')

  test('a key counts in its header alone: not in an address, a cookie, or another scheme', async () => {
    const spellings: [string, Record<string, string>][] = [
      [`${paths.me}?key=${key}&access_token=${key}`, {}],
      [paths.me, { cookie: `authorization=Bearer ${key}` }],
      [paths.me, { authorization: `Basic ${Buffer.from(`:${key}`).toString('base64')}` }],
      [paths.me, { 'x-api-key': key }],
    ]
    for (const [path, headers] of spellings) expect(await ask(path, { headers })).toMatchObject({ status: 401, code: 'key-needed' })
  })

  test('a method is the one that was sent, whatever else a request says', async () => {
    const path = link(paths.release, { edition })
    expect(await ask(`${path}?_method=DELETE&reason=x`, { by: key })).toMatchObject({ status: 405 })
    const put = { method: 'POST', by: key, body: '{}', headers: { 'x-http-method-override': 'PUT' } }
    expect(await ask(paths.me, put)).toMatchObject({ status: 405, code: 'method-not-allowed' })
    for (const method of ['PROPFIND', 'PATCH', 'OPTIONS']) expect((await ask(paths.me, { method, by: key })).status).toBe(405)
    const head = await ask(link(paths.edition, { edition }), { method: 'HEAD', by: key })
    expect(head).toMatchObject({ status: 200, text: '' })
    expect((await ask(link(paths.edition, { edition }), { method: 'HEAD' })).status).toBe(401)
  })

  test('what a key reads is kept nowhere, and no other site’s script reads it', async () => {
    const origin = { origin: 'https://elsewhere.example' }
    const answer = await ask(link(paths.edition, { edition }), { by: key, headers: { ...origin, 'if-none-match': '*' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const asking = { ...origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' }
    const preflight = await ask(paths.me, { method: 'OPTIONS', headers: asking })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    const open = await ask(paths.stories, { method: 'OPTIONS', headers: { ...asking, 'access-control-request-method': 'POST' } })
    expect(open.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(open.headers.get('access-control-allow-headers')).toBe('If-None-Match')
    expect(open.headers.get('access-control-allow-credentials')).toBeNull()
    const keyed = await ask(paths.stories, { method: 'OPTIONS', headers: asking })
    expect(keyed.headers.get('access-control-allow-headers')).not.toMatch(/authorization|\*/i)
  })

  test('a program makes nobody an administrator, whoever’s key it has', async () => {
    const given = { name: 'Mallory', role: 'administrator', projects: null, sections: null, languages: null }
    const refused = { status: 403, code: 'not-allowed' }
    const send = async (method: string, path: string, body: object) => {
      const { version } = (await listMembers(newsroom.db.writer)).find(({ id }) => id === edit.id) ?? {}
      return ask(path, { method, by: adminKey, headers: { 'if-match': `"${version}"` }, body: JSON.stringify(body) })
    }
    const member = link(paths.member, { member: edit.id })
    expect(await send('POST', paths.members, { ...given, email: 'mallory@example.org' })).toMatchObject(refused)
    expect(await send('PUT', member, given)).toMatchObject(refused)
    const known = await listMembers(newsroom.db.writer)
    expect(known.filter(({ role }) => role === 'administrator').map(({ name }) => name)).not.toContain('Mallory')
    expect(known.find(({ id }) => id === edit.id)).toMatchObject({ name: 'Edit', role: 'editor' })
    expect((await send('PUT', member, { ...given, name: 'Edit', role: 'editor' })).status).toBe(204)
  })

  test('a key changes nothing about what is public', async () => {
    const [keyed, open] = [await ask(paths.stories, { by: key }), await ask(paths.stories)]
    expect(keyed.text).toBe(open.text)
    expect((await ask(link(paths.story, { slug: edition }), { by: key })).status).toBe(404)
    expect((await ask(`${paths.search}?q=${secret}`, { by: key })).text).not.toContain(secret)
  })

  test('cursors that were made up, mended or taken from another list are refused', async () => {
    const at = '2026-01-01T00:00:00.000Z'
    const forged: [string, object][] = [
      [paths.editions, { key: at, edition }],
      [`${paths.editions}?text=sails&order=match`, { key: '1e-9', edition }],
      [paths.matrix, { story: edition }],
      [paths.audit, { at, id: edition }],
      [paths.oldAddresses, { addedAt: at, path: '/' }],
      [paths.members, { name: 'A', id: edition }],
      [link(paths.register, { register: 'topics' }), { position: 0, name: 'a', id: edition }],
      [paths.stories, { publishedAt: at, rank: 0, release: edition }],
      [paths.topics, { name: 'a' }],
      [`${paths.search}?q=shown`, { publishedAt: at, rank: 0, release: edition, match: null }],
    ]
    const told = /"next":"([^"]+)"/.exec((await ask(`${paths.audit}?limit=1`, { by: adminKey })).text)?.[1] ?? ''
    expect(told).not.toBe('')
    for (const [path, mark] of forged)
      for (const cursor of [cursorOf(mark), `${cursorOf(mark)}.`, `${cursorOf(mark)}.${told.split('.')[1] ?? ''}`]) {
        const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`, { by: adminKey })
        expect(answer, `${path} ${cursor}`).toMatchObject({ status: 422, code: 'bad-cursor' })
      }
    for (const path of [paths.keys, paths.members]) {
      const answer = await ask(`${path}?cursor=${told}`, { by: adminKey })
      expect(answer, path).toMatchObject({ status: 422, code: 'bad-cursor' })
    }
    expect(api.broken).toEqual([])
  })

  test('lists are as long as they may be, and have the fields that they have', async () => {
    for (const path of [`${paths.stories}?limit=1e9`, `${paths.topics}?limit=1000000000`, `${paths.audit}?limit=-1`])
      expect(await ask(path, { by: adminKey })).toMatchObject({ status: 422, code: 'bad-input' })
    for (const field of ['constructor', '__proto__', 'toString', 'body'])
      for (const path of [paths.stories, paths.editions])
        expect(await ask(`${path}?fields=${field}`, { by: key })).toMatchObject({ status: 422, code: 'unknown-field' })
    for (const path of [`${paths.stories}?section=a%00b`, `${paths.search}?q=%00`, `${paths.editions}?text=a%00&place=%00`])
      expect((await ask(path, { by: key })).status).toBeLessThan(500)
  })

  test('bodies that are no JSON of ours stop at the door', async () => {
    const post = (body: string, type = 'application/json') =>
      ask(paths.stories, { method: 'POST', by: key, body, headers: { 'content-type': type } })
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])
      expect(await post('{}', type)).toMatchObject({ status: 415, code: 'not-json' })
    expect(await post(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject({ status: 422, code: 'too-deep' })
    expect(await post('{"__proto__":{"language":"en"},"constructor":{}}')).toMatchObject({ status: 422, code: 'bad-input' })
    expect((await ask(link(paths.register, { register: '__proto__' }), { by: key })).status).toBe(422)
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('language')
  })

  test('what readers would have at once asks for the scope of releasing, however it is asked for', async () => {
    const writes = await api.keyOf(
      edit,
      keyScopes.filter((scope) => scope !== 'release'),
    )
    const change = { id: '01900000-0000-7000-8000-00000000abcd', editions: [edition], change: { kind: 'section', section: null } }
    const answer = await ask(paths.changes, { method: 'POST', by: writes, body: JSON.stringify(change) })
    expect(answer).toMatchObject({ status: 403, code: 'scope-missing' })
  })

  test('a list is gone through to its end, each once, with the fields that were asked for', async () => {
    for (let n = 0; n < 64; n += 1) {
      if (n % 2 === 0) newsroom.clock.advance(1000)
      await draft(newsroom, { headline: `Barge ${n}`, slug: '' })
    }
    const client = api.client(key)
    const seen: (string | undefined)[] = []
    let cursor: string | undefined
    do {
      const query = { text: 'barge', order: 'saved' as const, fields: ['headline' as const], ...(cursor !== undefined && { cursor }) }
      const { data } = await client.GET('/editions', { params: { query } })
      expect(Object.keys(data?.items[0] ?? {})).toEqual(['edition', 'story', 'headline'])
      seen.push(...(data?.items ?? []).map(({ headline }) => headline))
      cursor = data?.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(64)
    expect(new Set(seen).size).toBe(64)
    const matched = await client.GET('/editions', { params: { query: { text: 'barge', order: 'match' } } })
    const on = await client.GET('/editions', { params: { query: { text: 'barge', order: 'match', cursor: matched.data?.next ?? '' } } })
    expect(on.data?.items).toHaveLength(30)
  })

  test('what changed, who did it, and what an old address answers are told to those who may know', async () => {
    const { edition: changed } = await draft(newsroom, { headline: 'Before', slug: '' })
    await saveRevision(newsroom, edit, { edition: changed, madeFrom: 1, content: ferry({ headline: 'After', slug: '' }) })
    const client = api.client(adminKey)
    const params = { path: { edition: changed, number: 2 }, query: { from: 1 } }
    const { data: compared } = await client.GET('/editions/{edition}/revisions/{number}/comparison', { params })
    expect(compared?.changes).toContainEqual({
      kind: 'text',
      field: 'headline',
      parts: [
        { kind: 'removed', text: 'Before' },
        { kind: 'added', text: 'After' },
      ],
    })
    const acts = await client.GET('/audit', { params: { query: { object: changed, limit: 1 } } })
    expect(acts.data?.items).toMatchObject([{ act: 'saveRevision', by: 'Edit' }])
    const rest = await client.GET('/audit', { params: { query: { object: changed, cursor: acts.data?.next ?? '' } } })
    expect(rest.data).toMatchObject({ items: [{ act: 'fileStory' }], next: null })
    expect((await client.POST('/old-addresses', { body: { path: '/index.php?id=1', to: '/news/shown' } })).response.status).toBe(204)
    const tried = await client.GET('/old-addresses/trial', { params: { query: { path: '/index.php?id=1' } } })
    expect(tried.data).toMatchObject({ kind: 'moved', location: '/news/shown' })
    const matrix = await client.GET('/translations', { params: { query: { releasedIn: 'en', behindIn: 'fr' } } })
    expect(matrix.data?.items).toMatchObject([{ editions: [{ headline: 'Shown', language: 'en' }], others: [] }])
  })

  test('what is named twice, or in capitals, is named once, as the archive writes it', async () => {
    const { ours } = await sectionsAndProjects(newsroom)
    const client = api.client(key)
    const content = ferry({ slug: 'twice', projects: [ours, ours.toUpperCase(), ours], places: ['MD', 'MD'] })
    const { data: filed } = await client.POST('/stories', { params: {}, body: { language: 'en', content } })
    const path = { edition: filed?.edition ?? '' }
    const { response } = await client.POST('/editions/{edition}/release', { params: { path, header: { 'If-Match': '*' } }, body: {} })
    expect(response.status).toBe(201)
    const { data } = await api.client().GET('/stories', { params: { query: { project: 'ours', place: 'md' } } })
    expect(data?.items).toMatchObject([{ slug: 'twice', projects: [{ slug: 'ours' }], places: [{ code: 'MD' }] }])
    expect(data?.items[0]?.projects).toHaveLength(1)
  })
})
