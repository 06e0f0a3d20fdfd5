import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { api as paths } from '#src/routes.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn, released } from '#test/newsroom.ts'

describe.each(engines)('what the press keeps of what strangers ask, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    api = await openTestApi(newsroom)
    for (const slug of ['first', 'second', 'third']) {
      await released(newsroom, { headline: slug, slug })
      newsroom.clock.advance(60_000)
    }
    // What readers ask for is kept, in the encoding that they take.
    for (const path of [paths.stories, paths.topics, paths.newsroom, paths.places, paths.description, '/', '/news']) await ask(path)
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function ask(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(api.url + path, { redirect: 'manual' })
    return { status: answer.status, text: await answer.text() }
  }
  const statusesOf = async (asked: string[]) => {
    const statuses = new Set<number>()
    for (const path of asked) statuses.add((await ask(path)).status)
    return [...statuses]
  }
  const each = (spell: (n: number) => string) => Array.from({ length: 40 }, (_, n) => spell(n))
  /** A word with some of its signs escaped, in each way but that with none. */
  const spellings = (word: string) =>
    Array.from({ length: 2 ** word.length - 1 }, (_, n) =>
      [...word].map((sign, at) => ((n + 1) & (1 << at) ? `%${sign.charCodeAt(0).toString(16)}` : sign)).join(''),
    )
  const among = () => ({ bytes: api.press.bytes, keys: api.press.pages.map(({ key }) => key).toSorted() })

  test('cursors that are made up, and whatever else is refused, leave nothing behind', async () => {
    const before = among()
    const told = JSON.parse((await ask(`${paths.stories}?limit=1`)).text) as { next: string }
    const after = among()
    expect(after.keys).toHaveLength(before.keys.length + 1)
    const mark = (n: number) => ({ publishedAt: '2026-05-05T09:00:00.000Z', rank: n, release: '01900000-0000-7000-8000-00000000000a' })
    const forged = (n: number) => Buffer.from(JSON.stringify(mark(n))).toString('base64url')
    const refused = [
      ...each((n) => `${paths.stories}?cursor=${forged(n)}`),
      ...each((n) => `${paths.stories}?cursor=${forged(n)}.${told.next.split('.')[1] ?? ''}`),
      ...each((n) => `${paths.stories}?cursor=${told.next}${'='.repeat(n + 1)}`),
      ...each((n) => `${paths.topics}?cursor=${told.next}&limit=${n + 1}`),
      ...each((n) => `${paths.stories}?fields=headline,x${n}`),
      ...each((n) => `${paths.stories}?limit=${1000 + n}`),
      ...each((n) => `${paths.stories}?year=${1000 + n}`),
      ...each((n) => `${paths.stories}?project=p${n}`),
      ...each((n) => `${paths.stories}?lang=x${n}`),
    ]
    expect(await statusesOf(refused)).toEqual([422])
    expect(among()).toEqual(after)
  })

  test('what a read does not know makes no answer of its own', async () => {
    const before = among()
    const spelled = [paths.newsroom, paths.topics, paths.places, paths.description, paths.docs].flatMap((path) =>
      each((n) => `${path}?year=2026&q=${n}`),
    )
    for (const path of [paths.docs, '/sitemap.xml', '/news/feed.xml']) await ask(path)
    const kept = among()
    // Nor do files for machines of the site, which are large.
    spelled.push(...each((n) => `/sitemap.xml?section=${n}`), ...each((n) => `/news/feed.xml?page=${n + 1}`))
    expect(await statusesOf([...spelled, ...each((n) => `${paths.newsroom}?cursor=${n}&limit=${n}`)])).toEqual([200])
    expect(among()).toEqual(kept)
    expect(kept.keys.length - before.keys.length).toBe(3)
    expect(await statusesOf(each((n) => `/sitemap.xml?page=${'0'.repeat(n)}1.0`))).toEqual([404])
  })

  test('what is right but can be put together in any number of ways is kept apart from pages, and pushes none out', async () => {
    const pages = () => api.press.pages.filter(({ isAside }) => !isAside)
    const before = pages().map(({ key }) => key)
    const { next } = JSON.parse((await ask(`${paths.stories}?limit=1`)).text) as { next: string }
    const asked = [
      ...each((n) => `${paths.stories}?limit=${n + 1}`),
      ...each((n) => `${paths.stories}?limit=${'0'.repeat(n + 1)}5`),
      ...each((n) => `${paths.stories}?fields=${Array.from({ length: n + 1 }, () => 'headline').join(',')}`),
      ...each((n) => `${paths.stories}?cursor=${next}&limit=${n + 1}`),
      ...each((n) => `${paths.stories}?place=md&year=${1960 + n}`),
      ...each((n) => `/news?place=md&year=${1960 + n}`),
      ...each((n) => `/places/MD/feed.xml?year=${1960 + n}`),
      ...['MD', 'Md', 'mD'].map((code) => `${paths.stories}?place=${code}`),
      ...spellings('first').map((slug) => `${paths.stories}/${slug}`),
      ...['AL', 'AT', 'BG', 'DE', 'HU', 'IT'].flatMap((code) => [`/maps/${code}-MD.en.svg`, `/maps/sheet.svg?of=${code}-MD`]),
    ]
    expect(await statusesOf(asked)).toEqual([200])
    expect(pages().map(({ key }) => key)).toEqual(before)
    const kept = api.press.pages.length
    for (const path of asked) await ask(path)
    expect(api.press.pages.length).toBe(kept)
  })

  test('a page has one spelling, and no other is kept among pages', async () => {
    const pages = () => api.press.pages.filter(({ isAside }) => !isAside).map(({ key }) => key)
    const asked = ['/news/first', '/archive/2026', '/places/MD/feed.xml', '/news?place=md']
    expect(await statusesOf(asked)).toEqual([200])
    const before = pages()
    const others = [
      ...spellings('first').map((slug) => `/news/${slug}`),
      ...spellings('2026').map((year) => `/archive/${year}`),
      ...['md', 'mD', 'Md', '%4dD', 'M%44', '%6dd'].map((code) => `/places/${code}/feed.xml`),
      ...['MD', 'mD', 'Md'].map((code) => `/news?place=${code}`),
    ]
    expect(await statusesOf(others)).toEqual([301])
    expect(pages()).toEqual(before)
    const led = await Promise.all(others.map(async (path) => (await fetch(api.url + path)).url.slice(api.url.length)))
    expect([...new Set(led)]).toEqual(asked)
  })
})
