import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { archiveEntry } from '#newsroom/registers/archive-entry.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { publicWays } from '#surfaces/api/public/public-ways.ts'
import { ways } from '#surfaces/api/ways/ways.ts'
import type { List } from '#test/api-lists.ts'
import { listsOf } from '#test/api-lists.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import type { Dateline } from '../clients/typescript/client.ts'
import { each } from '../clients/typescript/client.ts'

const paged = [...ways, ...publicWays].filter(({ paging }) => paging !== undefined)

describe.each(engines)('the lists of the API, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let client: Dateline
  let edition = ''
  let lists: { [operation: string]: List } = {}
  const [boss, edit] = [someone('Boss', 'administrator'), someone('Edit', 'editor')]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, boss, edit)
    api = await openTestApi(newsroom)
    client = api.client(await api.keyOf(boss))
    ;({ edition } = await fileStory(newsroom, boss, { language: 'en', content: ferry({ headline: 'The ferry', slug: '' }) }))
    lists = listsOf({ newsroom, client, reader: api.client(), boss, edit, edition, makeKey: () => api.keyOf(edit) })
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const idsIn = (items: readonly object[] | undefined, id: string): unknown[] =>
    (items ?? []).map((item) => new Map(Object.entries(item)).get(id))
  let added = 0
  const addTo = async ({ add }: List) => {
    added += 1
    if (added % 2 === 0) newsroom.clock.advance(1000)
    await add(added)
  }

  test('none is forgotten here', () => {
    expect(Object.keys(lists).toSorted()).toEqual(paged.map(({ operation }) => operation).toSorted())
  })

  test.each(paged.map(({ operation }) => operation))(
    'through %s a stranger goes to its end, meeting each once, while the newsroom adds to it',
    { timeout: 60_000 },
    async (operation) => {
      const list = lists[operation]
      if (!list) throw new Error(`${operation} is not known here`)
      for (let n = 0; n < 5; n += 1) await addTo(list)
      const before = idsIn((await list.page({ limit: 100 })).data?.items, list.id)
      expect(before.length).toBeGreaterThan(4)
      newsroom.clock.advance(61_000)
      const met: unknown[] = []
      let cursor: string | undefined
      do {
        const { data, response } = await list.page({ limit: 2, ...(cursor !== undefined && { cursor }) })
        expect(response.status).toBe(200)
        met.push(...idsIn(data?.items, list.id))
        cursor = data?.next ?? undefined
        const link = /^<https:\/\/news\.example(\/api\/v1\/[^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1]
        expect(link && new URL(link, api.url).searchParams.get('cursor')).toBe(cursor)
        await addTo(list)
      } while (cursor !== undefined && met.length < 1000)
      expect(met).toEqual([...new Set(met)])
      expect(before.filter((id) => !met.includes(id))).toEqual([])
    },
  )

  test('whoever stood last may be gone when a program comes back: the list goes on where it was', async () => {
    const topics = () => ({ path: { register: 'topics' as const } })
    for (const slug of ['barge', 'canoe', 'dinghy', 'ferry'])
      await fileTopic(newsroom, { slug: `gone-${slug}`, name: { en: `Gone ${slug}` } })
    const query = { text: 'gone', limit: 2 }
    const { data: first } = await client.GET('/registers/{register}', { params: { ...topics(), query } })
    expect(first?.items.map(({ name }) => name)).toEqual(['Gone barge', 'Gone canoe'])
    await archiveEntry(newsroom, boss, { register: 'topics', id: first?.items[1]?.id ?? '' })
    const on = await client.GET('/registers/{register}', { params: { ...topics(), query: { ...query, cursor: first?.next ?? '' } } })
    expect(on.data?.items.map(({ name }) => name)).toEqual(['Gone dinghy', 'Gone ferry'])
    expect(on.data?.next).toBeNull()
  })

  test('what a client asks for whole comes whole, and what is refused is said', async () => {
    newsroom.clock.advance(61_000)
    const names: string[] = []
    for await (const { name } of each((on) => client.GET('/members', { params: { query: { limit: 2, ...on } } }))) names.push(name)
    const { data } = await client.GET('/members', { params: { query: { limit: 500 } } })
    expect(names.length).toBeGreaterThan(6)
    expect(names).toEqual(data?.items.map(({ name }) => name))
    const some = each((on) => client.GET('/editions', { params: { query: { limit: 1, fields: ['headline'], ...on } } }))
    expect((await some.next()).value).toHaveProperty('headline')
    const refused = each(() => client.GET('/members', { params: { query: { cursor: 'mine' } } }))
    await expect(refused.next()).rejects.toThrow('This cursor is none of ours')
  })

  test('of each in a list only the fields that were asked for come, and what says which it is', async () => {
    newsroom.clock.advance(61_000)
    const { data, response } = await client.GET('/members', { params: { query: { limit: 1, fields: ['role'] } } })
    expect(response.headers.get('link')).toContain('fields=role')
    const [member] = data?.items ?? []
    expect(Object.keys(member ?? {})).toEqual(['id', 'role'])
    // The client's types say that the rest may not be there.
    const name: string | undefined = member?.name
    expect(name).toBeUndefined()
    const { data: whole } = await client.GET('/members', { params: { query: { limit: 1 } } })
    expect(Object.keys(whole?.items[0] ?? {})).toHaveLength(9)
    const key = await api.keyOf(boss)
    for (const { operation, path, fields, query } of paged) {
      const asked = fields?.all.find((field) => !fields.always.includes(field)) ?? ''
      const where = path.replace(':register', 'sections').replace(/:edition/, edition)
      const words = 'q' in query.shape ? '&q=lighthouse' : ''
      const answer = await fetch(`${api.url}${where}?fields=${asked}&limit=1${words}`, { headers: { authorization: `Bearer ${key}` } })
      const { items } = JSON.parse(await answer.text()) as { items: object[] }
      expect(
        items.map((item) => Object.keys(item).toSorted()),
        operation,
      ).toEqual([[...(fields?.always ?? []), asked].toSorted()])
    }
  })
})
