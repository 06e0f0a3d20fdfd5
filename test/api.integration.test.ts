import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

describe.each(engines)('programs, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let [ana, edit, chief, admin] = ['contributor', 'editor', 'chief editor', 'administrator'].map((role) => someone(role, 'observer')) as [
    Member,
    Member,
    Member,
    Member,
  ]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ana = someone('Ana', 'contributor')
    edit = someone('Edit', 'editor')
    chief = someone('Chief', 'chief editor')
    admin = someone('Admin', 'administrator')
    await admit(newsroom, ana, edit, chief, admin)
    api = await openTestApi(newsroom)
  })

  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  test('a stranger’s client takes a story the whole way: filed, saved, sent, cleared, released, read, corrected, withdrawn', async () => {
    const writer = api.client(await api.keyOf(ana, ['read', 'write']))
    const editor = api.client(await api.keyOf(edit, ['read', 'release']))
    const reader = api.client()
    const filed = await writer.POST('/stories', { params: {}, body: { language: 'en', content: ferry({ slug: 'by-program' }) } })
    expect(filed.response.status).toBe(201)
    const edition = filed.data?.edition ?? ''
    const path = { edition }
    expect(filed.response.headers.get('location')).toBe(`/api/v1/editions/${edition}`)
    const etag = async () => (await writer.GET('/editions/{edition}', { params: { path } })).response.headers.get('etag') ?? ''
    const first = await etag()
    const saved = await writer.PUT('/editions/{edition}', {
      params: { path, header: { 'If-Match': first } },
      body: ferry({ slug: 'by-program', headline: 'Sailing by program' }),
    })
    expect(saved.data).toEqual({ revision: 2 })
    const stale = await writer.PUT('/editions/{edition}', { params: { path, header: { 'If-Match': first } }, body: ferry() })
    expect(stale.error).toMatchObject({
      status: 412,
      code: 'stale-revision',
      type: 'https://news.example/api/docs/problems#stale-revision',
    })
    expect((await reader.GET('/stories/{slug}', { params: { path: { slug: 'by-program' } } })).error).toMatchObject({
      status: 404,
      code: 'no-such-story',
    })
    const header = { 'If-Match': await etag() }
    expect((await writer.POST('/editions/{edition}/review', { params: { path, header }, body: {} })).response.status).toBe(204)
    expect((await editor.POST('/editions/{edition}/clearance', { params: { path, header }, body: {} })).response.status).toBe(204)
    const released = await editor.POST('/editions/{edition}/release', { params: { path, header }, body: {} })
    expect(released.response.status).toBe(201)
    const story = await reader.GET('/stories/{slug}', { params: { path: { slug: 'by-program' } } })
    expect(story.data).toMatchObject({ headline: 'Sailing by program', url: 'https://news.example/news/by-program', corrections: [] })
    const corrected = await editor.POST('/editions/{edition}/corrections', {
      params: { path, header },
      body: { correction: 'It was the pontoon.' },
    })
    expect(corrected.response.status).toBe(201)
    const after = await reader.GET('/stories/{slug}', { params: { path: { slug: 'by-program' } } })
    expect(after.data?.corrections).toMatchObject([{ note: 'It was the pontoon.' }])
    const gone = await editor.DELETE('/editions/{edition}/release', { params: { path, query: { reason: 'It was the wrong river.' } } })
    expect(gone.response.status).toBe(204)
    const withdrawn = await reader.GET('/stories/{slug}', { params: { path: { slug: 'by-program' } } })
    expect(withdrawn.error).toMatchObject({ status: 410, code: 'story-withdrawn', detail: 'It was the wrong river.' })
    expect(api.broken).toEqual([])
  })
})
