import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { readPathStates } from '#newsroom/checks/read-path-states.ts'
import { operator } from '#newsroom/members/member.ts'
import { addOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { fileEdition } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { openApp } from '#src/app.ts'
import { importArchive } from '#surfaces/intake/import-archive.ts'
import { engines } from '#test/engines.ts'
import { feedFile } from '#test/feed-of.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, released } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

const day = 86_400_000

describe.each(engines)('on %s', (engine) => {
  test('an old address leads to its story with and without the slash at its end', async () => {
    await using newsroom = await newsroomOn(engine)
    await move(newsroom, ['https://old.example/2023/05/05/flood-wall/', 'https://old.example/2023/05/06/ferry'])
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    for (const asked of ['/2023/05/05/flood-wall/', '/2023/05/05/flood-wall'])
      expect(await placeOf(site, asked)).toEqual([301, '/news/headline-1'])
    for (const asked of ['/2023/05/06/ferry', '/2023/05/06/ferry/']) expect(await placeOf(site, asked)).toEqual([301, '/news/headline-2'])
    expect(await placeOf(site, '/news/')).toEqual([301, '/news'])
  })

  test('an old address that is a page of ours but for its query leads to its story, before and after the page was kept', async () => {
    await using newsroom = await newsroomOn(engine)
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    await using server = await site.listen({ host: '127.0.0.1', port: 0 })
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual' })
      return [answer.status, answer.headers.get('location')]
    }
    expect(await get('/?p=123')).toEqual([200, null])
    await move(newsroom, ['https://old.example/?p=123', 'https://old.example/news?id=2371', 'https://old.example/news/eel?x=1'])
    expect(await get('/?p=123')).toEqual([301, '/news/headline-1'])
    expect(await get('/news?id=2371')).toEqual([301, '/news/headline-2'])
    expect(await get('/news/eel?x=1')).toEqual([301, '/news/headline-3'])
    for (const path of ['/', '/?p=124', '/news?id=1', '/news?utm_source=mail']) expect(await get(path)).toEqual([200, null])
    await using other = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    expect(other.press.keyOf('/news?id=2371')).toBe('/news?id=2371')
    expect(other.press.keyOf('/news?id=1')).toBe('/news')
  })

  test('a kept answer at any address of a story changes with the story', async () => {
    await using newsroom = await newsroomOn(engine)
    await move(newsroom, ['https://old.example/index.php?id=1'])
    const { edition_id: edition } = await newsroom.db.writer.selectFrom('live.edition').select('edition_id').executeTakeFirstOrThrow()
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    const kept = async () => (await site.press.fetch('/index.php?id=1')).page.imprint.status
    expect(await kept()).toBe(301)
    await withdrawStory(newsroom, edit, { edition, reason: 'The figures were wrong.' })
    expect(await kept()).toBe(410)
    await releaseStory(newsroom, edit, { edition })
    expect(await kept()).toBe(301)
  })

  test('a story that came in as a draft answers at its old address from its first release on', async () => {
    await using newsroom = await newsroomOn(engine)
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    await move(newsroom, ['https://old.example/index.php?id=1', 'https://old.example/?p=2', 'https://old.example/news?id=3'], 'draft')
    const kept = async (path: string) => {
      const { status } = (await site.press.fetch(path)).page.imprint
      const [printed, location] = await placeOf(site, path)
      expect(status).toBe(printed)
      return [status, location]
    }
    expect(await kept('/index.php?id=1')).toEqual([404, undefined])
    expect(await kept('/?p=2')).toEqual([200, undefined])
    await addOldAddress(newsroom, operator, { path: '/news?id=3', to: '/projects' })
    for (const { id } of await newsroom.db.writer.selectFrom('newsroom.edition').select('id').execute())
      await releaseStory(newsroom, edit, { edition: id })
    expect(await kept('/index.php?id=1')).toEqual([301, '/news/headline-1'])
    expect(await kept('/?p=2')).toEqual([301, '/news/headline-2'])
    // What somebody said by hand stays as said.
    expect(await kept('/news?id=3')).toEqual([301, '/projects'])
  })

  test('the old address of a draft that is scheduled says nothing before its second, nor once it is called off', async () => {
    await using newsroom = await newsroomOn(engine)
    await move(newsroom, ['https://old.example/index.php?id=1'], 'draft')
    const { id: edition } = await newsroom.db.writer.selectFrom('newsroom.edition').select('id').executeTakeFirstOrThrow()
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    const kept = async () => (await site.press.fetch('/index.php?id=1')).page.imprint.status
    const tomorrow = () => new Date(newsroom.clock.now().getTime() + day)
    await releaseStory(newsroom, edit, { edition, at: tomorrow() })
    expect(await kept()).toBe(404)
    await callOffRelease(newsroom, edit, { edition })
    newsroom.clock.advance(2 * day)
    expect(await kept()).toBe(404)
    await releaseStory(newsroom, edit, { edition, at: tomorrow() })
    expect(await kept()).toBe(404)
    newsroom.clock.advance(day)
    expect(await kept()).toBe(301)
    const shown = await newsroom.db.writer.selectFrom('live.edition').select('published_at').executeTakeFirstOrThrow()
    expect(shown.published_at).toEqual(new Date('2023-05-01T10:00:00Z'))
  })

  test('a link to a draft is known by the address that its latest revision has', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await draft(newsroom, { slug: 'the-ferry-sails' })
    const { edition: other } = await released(newsroom, { slug: 'the-eel' })
    const stateOf = async (slug: string) => {
      const asked = { moment: newsroom.clock.now(), languages: ['en', 'fr'], ownPath: '' }
      const stateAt = await readPathStates(newsroom.db.writer, [`/news/${slug}`, `/fr/news/${slug}`], asked)
      return [stateAt(`/news/${slug}`), stateAt(`/fr/news/${slug}`)]
    }
    expect(await stateOf('the-ferry-sails')).toEqual(['later', 'unknown'])
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ slug: 'the-ferry-waits' }) })
    expect(await stateOf('the-ferry-waits')).toEqual(['later', 'unknown'])
    expect(await stateOf('the-ferry-sails')).toEqual(['unknown', 'unknown'])
    await withdrawStory(newsroom, edit, { edition: other, reason: 'It is gone.' })
    expect(await stateOf('the-eel')).toEqual(['gone', 'unknown'])
  })

  test('an address that a scheduled revision will have says nothing before its second', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await released(newsroom, { slug: 'the-ferry-sails' })
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ slug: 'minister-resigns' }) })
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    await releaseStory(newsroom, edit, { edition, at: new Date(newsroom.clock.now().getTime() + day) })
    expect((await placeOf(site, '/news/minister-resigns'))[0]).toBe(404)
    newsroom.clock.advance(day)
    expect((await placeOf(site, '/news/minister-resigns'))[0]).toBe(200)
    expect(await placeOf(site, '/news/the-ferry-sails')).toEqual([301, '/news/minister-resigns'])
  })

  test('a slug that was scheduled and called off is free again', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await released(newsroom, { slug: 'the-ferry-sails' })
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ slug: 'minister-resigns' }) })
    await releaseStory(newsroom, edit, { edition, at: new Date(newsroom.clock.now().getTime() + day) })
    await releaseStory(newsroom, edit, { edition, revision: 1 })
    const other = await released(newsroom, { slug: 'minister-resigns' })
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    expect((await placeOf(site, '/news/minister-resigns'))[0]).toBe(200)
    expect(other.edition).not.toBe(edition)
  })

  test('a withdrawn story that is scheduled again is gone until its second', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await released(newsroom, { slug: 'the-ferry-sails' })
    await withdrawStory(newsroom, edit, { edition, reason: 'The figures were wrong.' })
    await releaseStory(newsroom, edit, { edition, at: new Date(newsroom.clock.now().getTime() + day) })
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    expect((await placeOf(site, '/news/the-ferry-sails'))[0]).toBe(410)
    newsroom.clock.advance(day)
    expect((await placeOf(site, '/news/the-ferry-sails'))[0]).toBe(200)
  })

  test('a withdrawn story whose second release is called off is withdrawn as before', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await released(newsroom, { slug: 'the-ferry-sails' })
    await withdrawStory(newsroom, edit, { edition, reason: 'The figures were wrong.' })
    await releaseStory(newsroom, edit, { edition, at: new Date(newsroom.clock.now().getTime() + day) })
    const again = withdrawStory(newsroom, edit, { edition, reason: 'They still are.' })
    await expect(again, 'readers have nothing to be taken from them').rejects.toMatchObject({ code: 'not-live' })
    await callOffRelease(newsroom, edit, { edition })
    const { state } = await newsroom.db.writer
      .selectFrom('newsroom.edition')
      .select('state')
      .where('id', '=', edition)
      .executeTakeFirstOrThrow()
    expect(state).toBe('withdrawn')
  })

  test('a language that the newsroom has given up is in no list and leads nowhere', async () => {
    await using newsroom = await newsroomOn(engine)
    const { story } = await released(newsroom, { slug: 'the-ferry-sails' })
    const french = await fileEdition(newsroom, ana, { story, language: 'fr', content: ferry({ slug: 'le-bac-repart' }) })
    await releaseStory(newsroom, edit, { edition: french })
    await newsroom.db.writer
      .updateTable('newsroom.settings')
      .set({ languages: ['en', 'ar'] })
      .execute()
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    expect(await placeOf(site, '/fr/news/le-bac-repart')).toEqual([404])
    for (const path of ['/news/the-ferry-sails', '/sitemap.xml', '/news'])
      expect(String((await site.print(path)).body)).not.toContain('le-bac-repart')
  })

  test('the filters do not tell of the year of a scheduled story', async () => {
    await using newsroom = await newsroomOn(engine)
    await released(newsroom, { slug: 'the-ferry-sails' })
    const { edition } = await released(newsroom, { slug: 'later' })
    await withdrawStory(newsroom, edit, { edition, reason: 'Later.' })
    await releaseStory(newsroom, edit, { edition, at: new Date(newsroom.clock.now().getTime() + 800 * day) })
    await using site = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    const years = async () => [...String((await site.print('/news')).body).matchAll(/<option value="(\d{4})"/g)].map(([, year]) => year)
    expect(await years()).toHaveLength(1)
    newsroom.clock.advance(800 * day)
    expect(await years()).toHaveLength(2)
  })
})

async function move(newsroom: TestNewsroom, addresses: string[], as: 'draft' | 'published' = 'published'): Promise<void> {
  const file = join(await feedFile(1), '../feed.json')
  const items = addresses.map((url, index) => ({
    id: url,
    url,
    title: `Headline ${index + 1}`,
    summary: 'The river rose.',
    date_published: `2023-05-0${index + 1}T10:00:00Z`,
  }))
  await writeFile(file, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Old', items }))
  await importArchive(newsroom, operator, file, { as })
}

async function placeOf(site: Awaited<ReturnType<typeof openApp>>, path: string): Promise<[number, string?]> {
  const { status, headers } = await site.print(path)
  const location = headers['location']
  return location === undefined ? [status] : [status, location]
}
