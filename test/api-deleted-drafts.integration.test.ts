import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileStory } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import type { Dateline } from '../clients/typescript/client.ts'

const [ana, ben, edit] = [someone('Ana', 'contributor'), someone('Ben', 'contributor', { languages: ['ar'] }), someone('Edit', 'editor')]

describe.each(engines)('drafts that programs delete, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let [anas, bens]: [Dateline | undefined, Dateline | undefined] = [undefined, undefined]
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, ben, edit)
    api = await openTestApi(newsroom)
    ;[anas, bens] = [api.client(await api.keyOf(ana)), api.client(await api.keyOf(ben))]
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const file = async () => (await fileStory(newsroom, ana, { language: 'en', content: ferry({ headline: 'A raft', slug: '' }) })).edition
  const read = (client: Dateline | undefined, edition: string) => client?.GET('/editions/{edition}', { params: { path: { edition } } })
  const remove = (edition: string, match: string) =>
    anas?.DELETE('/editions/{edition}', { params: { path: { edition }, header: { 'If-Match': match } } })
  const bringBack = (client: Dateline | undefined, edition: string) =>
    client?.POST('/deleted-drafts/{edition}/return', { params: { path: { edition } } })

  test('a program deletes the revision that it read, is told what became of it, and brings it back', async () => {
    const edition = await file()
    const before = await read(anas, edition)
    const tag = before?.response.headers.get('etag') ?? ''
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline: 'A raft', slug: '', summary: 'It floats.' }) })
    expect((await remove(edition, tag))?.response.status).toBe(412)
    const latest = await read(anas, edition)
    const seen = latest?.response.headers.get('etag') ?? ''
    for (const time of ['first', 'second']) expect((await remove(edition, seen))?.response.status, time).toBe(204)
    const gone = await read(anas, edition)
    expect([gone?.response.status, gone?.error]).toEqual([
      404,
      expect.objectContaining({ code: 'draft-deleted', deletedBy: 'Ana', until: '2026-06-04T09:00:00.000Z' }),
    ])
    const { data } = (await anas?.GET('/deleted-drafts')) ?? {}
    expect(data).toMatchObject({ items: [{ edition, headline: 'A raft', isWholeStory: true, mayBringBack: true }], next: null })
    for (const time of ['first', 'second']) expect((await bringBack(anas, edition))?.response.status, time).toBe(204)
    expect((await read(anas, edition))?.data).toEqual(latest?.data)
  })

  test('whoever might not have read it is told of no deletion', async () => {
    const edition = await file()
    await remove(edition, '*')
    expect((await read(bens, edition))?.error).toMatchObject({ code: 'no-such-edition' })
    expect((await bens?.GET('/deleted-drafts'))?.data?.items).toEqual([])
    expect((await bringBack(bens, edition))?.error).toMatchObject({ code: 'not-allowed' })
  })

  test('what readers have had is not deleted, and nothing is deleted unseen', async () => {
    const edition = await file()
    const unseen = await fetch(`${api.url}/api/v1/editions/${edition}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${await api.keyOf(edit)}` },
    })
    expect(unseen.status).toBe(428)
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline: 'A raft' }) })
    await releaseStory(newsroom, edit, { edition })
    const refused = await remove(edition, '*')
    expect([refused?.response.status, refused?.error]).toEqual([409, expect.objectContaining({ code: 'draft-released' })])
  })
})
