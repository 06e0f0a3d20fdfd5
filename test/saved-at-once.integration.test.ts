import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { api as paths, link } from '#src/routes.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'

type Sent = { status: number; etag: string; json: Record<string, unknown> }
type Shared = { method: 'PUT' | 'PATCH'; path: string; one: object; other: object }

const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>').toString(
  'base64',
)

describe.each(engines)('programs that change one thing at once, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let [focus, funder, rule] = ['', '', '']
  const [admin, chief, ana] = [someone('Admin', 'administrator'), someone('Chloé', 'chief editor'), someone('Ana', 'contributor')]
  const keys = new Map<string, string>()

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ;({ strict: focus } = await sectionsAndProjects(newsroom))
    funder = await fileOrganisation(newsroom, { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' })
    await admit(newsroom, admin, chief, ana)
    api = await openTestApi(newsroom)
    for (const { id, ...member } of [admin, chief, ana]) keys.set(id, await api.keyOf({ id, ...member }))
    const filed = await send(chief.id, 'POST', paths.visibilityRules, { funder, statement: { en: 'Osier pays.' }, places: ['story'] })
    rule = String(filed.json['id'])
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function send(by: string, method: string, path: string, body?: object, match?: string): Promise<Sent> {
    const answer = await fetch(api.url + path, {
      method,
      headers: {
        authorization: `Bearer ${keys.get(by) ?? ''}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(match !== undefined && { 'if-match': match }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', json: text.startsWith('{') ? JSON.parse(text) : {} }
  }
  const read = (path: string) => send(admin.id, 'GET', path)

  const given = { role: 'contributor', projects: null, sections: null, languages: null }
  const shared: Record<string, () => Shared> = {
    'the house rules': () => ({
      method: 'PATCH',
      path: paths.houseRules,
      one: { style: [{ wrong: 'Kiev', right: 'Kyiv', language: 'en' }], secondPair: { sections: [], withoutSection: true } },
      other: { style: [{ wrong: 'caravel', right: 'carvel', language: 'en' }] },
    }),
    'what a funder wants said': () => ({
      method: 'PUT',
      path: link(paths.visibilityRule, { rule }),
      one: { funder, statement: { en: 'Osier pays for it.' }, places: ['story'] },
      other: { funder, statement: { en: 'Osier pays.', fr: 'Osier paie.' }, places: ['project page'] },
    }),
    'a member': () => ({
      method: 'PUT',
      path: link(paths.member, { member: ana.id }),
      one: { ...given, name: 'Ana Lungu' },
      other: { ...given, name: 'Ana', languages: ['fr'] },
    }),
  }

  test.each(Object.keys(shared))('of two who save %s at once the second is refused, and nothing of the first is lost', async (name) => {
    const { method, path, one, other } = shared[name]?.() ?? { method: 'PUT', path: '', one: {}, other: {} }
    const before = await read(path)
    expect(before).toMatchObject({ status: 200, etag: `"${String(before.json['version'])}"` })
    expect(await send(admin.id, method, path, one)).toMatchObject({ status: 428, json: { code: 'if-match-needed' } })
    expect(await send(admin.id, method, path, one, '"x"')).toMatchObject({ status: 412, json: { code: 'changed-meanwhile' } })
    expect((await read(path)).json).toEqual(before.json)

    const saved = await Promise.all([one, other].map((body) => send(admin.id, method, path, body, before.etag)))
    expect(saved.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 412])
    const late = saved.find(({ status }) => status === 412)
    expect(late?.json).toMatchObject({ code: 'changed-meanwhile', detail: expect.stringContaining('Read it again') })
    const [first, second] = saved[0]?.status === 204 ? [one, other] : [other, one]
    const after = await read(path)
    expect(after.json).toMatchObject(first)
    expect(after.etag).not.toBe(before.etag)

    expect((await send(admin.id, method, path, second, after.etag)).status).toBe(204)
    const now = await read(path)
    expect(now.json).toMatchObject(second)
    expect((await read(`${path}?fields=version`)).etag).toBe(now.etag)
  })

  test('lists tell the versions, and a change can be made from what they tell', async () => {
    const rules = await api.client(keys.get(chief.id)).GET('/visibility-rules')
    const version = rules.data?.items.find(({ id }) => id === rule)?.version
    const changed = { funder, statement: { en: 'Osier pays.' }, places: ['story'] }
    expect((await send(chief.id, 'PUT', link(paths.visibilityRule, { rule }), changed, `"${version ?? ''}"`)).status).toBe(204)
    const members = await api.client(keys.get(admin.id)).GET('/members')
    const member = members.data?.items.find(({ id }) => id === ana.id)
    expect(`"${member?.version ?? ''}"`).toBe((await read(link(paths.member, { member: ana.id }))).etag)
  })

  test('a section that asks for a second pair in the registers is another state of the house rules, and the other way round', async () => {
    const entry = link(paths.entry, { register: 'sections', id: focus })
    const [rules, held] = [await read(paths.houseRules), await read(entry)]
    const name = { en: 'In Focus' }
    expect((await send(chief.id, 'PUT', entry, { name, needsSecondPair: true }, held.etag)).status).toBe(204)
    const secondPair = { sections: [], withoutSection: false }
    expect((await send(chief.id, 'PATCH', paths.houseRules, { secondPair }, rules.etag)).status).toBe(412)
    const now = await read(paths.houseRules)
    expect(now.json).toMatchObject({ secondPair: { sections: [focus] } })

    const seen = await read(entry)
    expect((await send(chief.id, 'PATCH', paths.houseRules, { levels: { years: 'off' } }, now.etag)).status).toBe(204)
    expect((await read(entry)).etag, 'nothing was said of it').toBe(seen.etag)
    expect((await send(chief.id, 'PATCH', paths.houseRules, { secondPair }, (await read(paths.houseRules)).etag)).status).toBe(204)
    expect((await send(chief.id, 'PUT', entry, { name, needsSecondPair: true }, seen.etag)).status).toBe(412)
  })

  test('a name that a member changes is not undone unawares; when their mail comes is nobody else’s', async () => {
    const path = link(paths.member, { member: ana.id })
    const seen = await read(path)
    const profile = { name: String(seen.json['name']), language: null, mailWish: 'never' }
    expect((await send(ana.id, 'PUT', paths.me, profile)).status).toBe(204)
    expect((await read(path)).etag).toBe(seen.etag)
    expect((await send(ana.id, 'PUT', paths.me, { ...profile, name: 'Ana Kaya' })).status).toBe(204)
    expect((await send(admin.id, 'PUT', path, { ...given, name: profile.name, role: 'editor' }, seen.etag)).status).toBe(412)
    expect((await read(path)).json).toMatchObject({ name: 'Ana Kaya', role: 'contributor' })
  })

  test('a logo and an emblem are no part of what is saved beside them', async () => {
    const path = link(paths.visibilityRule, { rule })
    const [settings, statement] = [await read(paths.settings), await read(path)]
    expect((await send(admin.id, 'PUT', paths.logo, { bytes: drawing })).status).toBe(204)
    expect((await send(admin.id, 'PUT', link(paths.emblem, { rule, language: 'zxx' }), { bytes: drawing })).status).toBe(204)
    expect([(await read(paths.settings)).etag, (await read(path)).etag]).toEqual([settings.etag, statement.etag])
    expect((await read(path)).json).toMatchObject({ emblems: [{ language: 'zxx' }] })
  })

  test('settings are changed from the version that was read, and the last to save does not win unawares', async () => {
    const client = api.client(keys.get(admin.id) ?? '')
    const read = await client.GET('/settings')
    const etag = read.response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"\d+"$/)
    if (!read.data) throw new Error('no settings')
    const { name, tagline, languages, timeZone, accent, navigation, footer } = read.data
    const body = { name, tagline, languages, timeZone, accent, navigation, footer }
    const put = (match: string | undefined, over: object = {}) => send(admin.id, 'PUT', paths.settings, { ...body, ...over }, match)
    expect(await put(undefined)).toMatchObject({ status: 428, json: { code: 'if-match-needed' } })
    expect(await put('"x"')).toMatchObject({ status: 412 })
    const header = { 'If-Match': etag }
    const mine = await client.PUT('/settings', { params: { header }, body: { ...body, tagline: { en: 'News of two banks' } } })
    expect(mine.response.status).toBe(204)
    expect(await put(etag, { tagline: { en: 'Late' } })).toMatchObject({ status: 412, json: { code: 'changed-meanwhile' } })
    const [now, only] = [await client.GET('/settings'), await client.GET('/settings', { params: { query: { fields: ['tagline'] } } })]
    expect(now.data).toMatchObject({ tagline: { en: 'News of two banks' } })
    expect(only.data).toEqual({ tagline: { en: 'News of two banks' } })
    expect(only.response.headers.get('etag')).toBe(now.response.headers.get('etag'))
    const both = await Promise.all(['One', 'Two'].map((en) => put(now.response.headers.get('etag') ?? '', { tagline: { en } })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 412])
  })
})
