import { parseFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { fileEdition } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import type { RunningServer } from '#platform/http/serve.ts'
import { openApp } from '#src/app.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, edit, ferry, newsroomOn, released } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let server: RunningServer
  let stop: () => Promise<void>
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual', headers, method })

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    const section = await fileSection(newsroom, { slug: 'project-news', name: { en: 'Project News', fr: 'Projets' } })
    const project = await fileProject(newsroom, {
      slug: 'pontoon',
      acronym: 'PONTOON',
      title: { en: 'Ferries for two banks' },
      status: 'running',
      places: ['MD'],
    })
    const { story } = await released(newsroom, { section, projects: [project] })
    const french = await fileEdition(newsroom, ana, {
      story,
      language: 'fr',
      content: ferry({ headline: 'Le bac repart', slug: 'le-bac-repart', section }),
    })
    await releaseStory(newsroom, edit, { edition: french })
    const wrong = await released(newsroom, { headline: 'Wrong figures', slug: 'wrong-figures', places: ['UA'] })
    await withdrawStory(newsroom, edit, { edition: wrong.edition, reason: 'The partner took the figures back.' })
    await released(newsroom, { headline: 'A bridge on the island', slug: 'island-bridge', places: ['MD', 'RE', 'GI', 'EU', 'MM'] })
    await released(newsroom, { headline: 'A pier on the rock', slug: 'rock-pier', places: ['GI'] })
    for (let part = 1; part <= 21; part += 1)
      await released(newsroom, { headline: `Small news ${part}`, slug: `small-news-${part}`, places: [] })
    const app = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    server = await app.listen({ host: '127.0.0.1', port: 0 })
    stop = async () => {
      await server.close()
      await app[Symbol.asyncDispose]()
      await newsroom[Symbol.asyncDispose]()
    }
  })
  afterAll(() => stop())

  test.each([
    ['/news/feed.json', '/news'],
    ['/projects/pontoon/feed.json', '/projects/pontoon'],
    ['/fr/news/feed.json?place=md', '/fr/news?place=md'],
    ['/feed.json', '/news'],
  ])('the feed %s says where it is and what it is a feed of', async (path, home) => {
    expect(await (await get(path)).json()).toMatchObject({
      feed_url: `https://news.example${path}`,
      home_page_url: `https://news.example${home}`,
    })
  })

  test('no character in a search breaks it', async () => {
    expect((await get('/search?q=fer%00ry%ED%A0%80')).status).toBe(200)
  })

  test.each([
    '/',
    '/news',
    '/news?page=2',
    '/news/the-ferry-sails-again',
    '/sections/project-news',
    '/projects',
    '/projects/pontoon',
    '/places/MD',
    '/places/150',
    '/archive/2026',
    '/search',
    '/search?q=ferries',
    '/fr',
    '/fr/news',
    '/fr/news/le-bac-repart',
    '/ar/news',
    '/maps/MD-RO.en.svg',
    '/maps/sheet.svg?of=MD.RO-UA',
    '/robots.txt',
    '/sitemap.xml',
    '/healthz',
    '/readyz',
  ])('%s answers', async (path) => expect((await get(path)).status).toBe(200))

  test.each([
    '/news?page=3',
    '/news?page=0',
    '/news?page=x',
    '/news?section=none',
    '/news?place=XX',
    '/projects/none',
    '/places/xx',
    '/archive/20',
    '/de/news',
    '/maps/XYZ.en.svg',
    '/maps/RO-MD.en.svg',
    '/archive/0000',
    '/archive/1950',
    '/news?year=0001',
    '/maps/MD.xx.svg',
    '/.env',
  ])('%s is not there, and the page helps', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    const page = await answer.text()
    expect(page).toContain('action="/search"')
    expect(page).toContain('Small news 21')
  })

  test.each([
    ['/news/', '/news'],
    ['/places/md', '/places/MD'],
    ['/places/%6dd/feed.xml', '/places/MD/feed.xml'],
    ['/archive/%32026', '/archive/2026'],
    ['/fr/news?place=MD&year=2026', '/fr/news?place=md&year=2026'],
    ['/fr/news/', '/fr/news'],
  ])('%s has one spelling', async (path, location) => {
    const answer = await get(path)
    expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({ status: 301, location })
  })

  test.each(['//evil.example/', '//evil.example/news/', '/\\evil.example/', '/%2F%2Fevil.example/'])(
    '%s sends nobody elsewhere',
    async (path) => {
      const answer = await get(path)
      expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/)
    },
  )

  test.each(['/%', '/%E0%A4%A', '/news/%00'])('%s is no address at all', async (path) => expect((await get(path)).status).toBe(400))

  test('a withdrawn story says why, and what else there is to read', async () => {
    const answer = await get('/news/wrong-figures')
    expect(answer.status).toBe(410)
    expect(await answer.text()).toMatch(/The partner took the figures back\.[\s\S]*Small news 21/)
  })

  test.each([
    ['/news/feed.xml', 'application/rss+xml'],
    ['/feed.atom', 'application/atom+xml'],
    ['/projects/pontoon/feed.json', 'application/feed+json'],
    ['/fr/news/feed.xml', 'application/rss+xml'],
    ['/places/MD/feed.atom', 'application/atom+xml'],
  ])('%s is a feed', async (path, type) => {
    const answer = await get(path)
    expect(answer.headers.get('content-type')).toContain(type)
    const parsed = JSON.stringify(parseFeed(await answer.text()))
    expect(parsed).toMatch(/https:\/\/news\.example\/(fr\/)?news\//)
  })

  test('a page that has not changed is not sent again', async () => {
    const first = await get('/news', { 'accept-encoding': 'br' })
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('content-encoding')).toBe('br')
    expect((await get('/news', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(304)
    const head = await get('/news', { 'accept-encoding': 'br' }, 'HEAD')
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
  })

  test('a story of a place that no map shows takes no map from its page', async () => {
    const river = await (await get('/news?page=2')).text()
    expect(river).toContain('A pier on the rock')
    const [, sheet = '', key = ''] = /href="([^"]*sheet[^"#]*)#(MD-MM-RE)"/.exec(river) ?? []
    const drawn = await get(sheet)
    expect({ status: drawn.status, has: (await drawn.text()).includes(`id="${key}"`) }).toEqual({ status: 200, has: true })
    const story = await (await get('/news/island-bridge')).text()
    expect(story).toContain('aria-label="Map: Moldova, Réunion, and Myanmar (Burma)"')
    const [, map = ''] = /href="([^"]*maps[^"]*)#map"/.exec(story) ?? []
    expect(await (await get(map)).text()).toMatch(/Réunion|Moldova/)
    expect(await (await get('/news/rock-pier')).text()).not.toContain('role="img"')
  })

  test('what readers type is text wherever it is shown', async () => {
    const page = await (await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
    expect(page).not.toContain('<script>')
  })

  test('no page has a script or a style of its own, and the policy would stop it', async () => {
    for (const path of ['/', '/news', '/news/the-ferry-sails-again', '/projects/pontoon']) {
      const answer = await get(path)
      expect(await answer.text()).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i)
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    }
  })

  test('a story names its other language to machines', async () => {
    const page = await (await get('/news/the-ferry-sails-again')).text()
    expect(page).toContain('hrefLang="fr" href="https://news.example/fr/news/le-bac-repart"')
    expect(page).toContain('<link rel="canonical" href="https://news.example/news/the-ferry-sails-again"/>')
  })

  test('nobody changes anything here', async () => expect((await get('/news', {}, 'POST')).status).toBe(405))
})
