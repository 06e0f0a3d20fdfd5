import { parseFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readPathStates } from '#newsroom/checks/read-path-states.ts'
import { fileCity } from '#newsroom/places/file-city.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { fileEdition } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
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
    const topic = await fileTopic(newsroom, { slug: 'ferries', name: { en: 'Ferries' } })
    const city = await fileCity(newsroom, { slug: 'chisinau', country: 'MD', name: { en: 'Chișinău' } })
    await released(newsroom, { headline: 'A quay for the city', slug: 'quay', places: [city], topics: [topic] })
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
    '/news?lang=de',
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
    ['/news?lang=fr', '/fr/news'],
    ['/news?lang=en', '/news'],
    ['/fr/news?lang=ar&place=MD', '/ar/news?place=md'],
    ['/news?page=2&lang=fr&project=pontoon', '/fr/news?project=pontoon&page=2'],
    ['/projects/pontoon/feed.atom?lang=fr', '/fr/projects/pontoon/feed.atom'],
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

  const alternatesOf = (page: string) =>
    [...page.matchAll(/<link rel="alternate" hrefLang="(\w+)" href="https:\/\/news.example([^"]*)"/g)].map(([, , path = '']) =>
      path.replaceAll('&amp;', '&'),
    )
  const menuOf = (page: string) => {
    const [menu = ''] = /<nav class="languages".*?<\/nav>/.exec(page) ?? []
    return [...menu.matchAll(/href="https:\/\/news.example([^"]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))
  }

  test.each([
    ['/news?project=pontoon', ['/fr/news?project=pontoon', '/ar/news?project=pontoon']],
    ['/fr/news?place=md&year=2026', ['/news?place=md&year=2026', '/ar/news?place=md&year=2026']],
    ['/projects/pontoon', ['/fr/projects/pontoon', '/ar/projects/pontoon']],
    ['/archive/2026', ['/fr/archive/2026']],
    ['/search?q=ferry', ['/fr/search?q=ferry', '/ar/search?q=ferry']],
    ['/', ['/fr', '/ar']],
  ])('%s is what it is in another language too', async (path, others) => {
    const page = await (await get(path)).text()
    expect(menuOf(page)).toEqual(others)
    expect(alternatesOf(page).toSorted()).toEqual([path, ...others].toSorted())
    expect(page).toContain(`<link rel="canonical" href="https://news.example${path.replaceAll('&', '&amp;')}"/>`)
    for (const other of others) expect((await get(other)).status).toBe(200)
  })

  test('of a later part of a list, the first part in another language is no translation, but where its reader goes', async () => {
    const page = await (await get('/news?page=2')).text()
    expect(menuOf(page)).toEqual(['/fr/news', '/ar/news'])
    expect(alternatesOf(page)).toEqual([])
  })

  test.each(['/news/no-such-story', '/news/wrong-figures'])('%s is in no other language', async (path) => {
    const page = await (await get(path)).text()
    expect([menuOf(page), alternatesOf(page), page.includes('og:url')]).toEqual([[], [], false])
  })

  test('what is narrowed has a feed of the same', async () => {
    const page = await (await get('/news?project=pontoon')).text()
    expect(page).toContain(
      'type="application/rss+xml" title="The Ferry Office (RSS)" href="https://news.example/news/feed.xml?project=pontoon"',
    )
    expect((await get('/news/feed.xml?project=pontoon')).status).toBe(200)
  })

  test('the sitemap names every page that search engines may keep, and nothing else', async () => {
    const addresses = [...(await (await get('/sitemap.xml')).text()).matchAll(/<loc>https:\/\/news.example([^<]*)<\/loc>/g)]
    const paths = addresses.map(([, path = '']) => path)
    expect(new Set(paths).size).toBe(paths.length)
    const some = `/ /fr /ar /projects /ar/projects /projects/pontoon /fr/projects/pontoon /news /fr/news /sections/project-news
      /fr/sections/project-news /archive/2026 /fr/archive/2026 /places/RE /fr/places/MD /places/MD-chisinau /topics/ferries
      /news/the-ferry-sails-again /fr/news/le-bac-repart`
    expect(paths).toEqual(expect.arrayContaining(some.split(/\s+/)))
    for (const path of paths) {
      const page = await get(path)
      expect({ path, status: page.status, isKept: !(await page.text()).includes('noindex') }).toEqual({ path, status: 200, isKept: true })
    }
  })

  test('robots stay out of searches in every language, and of the desk', async () => {
    const closed = ['/search', '/fr/search', '/ar/search', '/desk'].map((path) => `Disallow: ${path}\n`).join('')
    expect(await (await get('/robots.txt')).text()).toBe(`User-agent: *\n${closed}\nSitemap: https://news.example/sitemap.xml\n`)
  })

  test('a city has a page, and its name leads there', async () => {
    expect(await (await get('/news/quay')).text()).toContain('<a href="/places/MD-chisinau">Chișinău</a>')
    expect(await (await get('/places/MD-chisinau')).text()).toMatch(/<h1>Chișinău<\/h1>[\s\S]*A quay for the city/)
    expect((await get('/places/MD-chisinau/feed.json')).status).toBe(200)
    // The check of links knows it as readers do.
    const [there, nowhere] = ['/fr/places/MD-chisinau', '/places/MD-nowhere']
    const asked = { moment: newsroom.clock.now(), languages: ['en', 'fr', 'ar'], ownPath: '/news/quay' }
    const stateOf = await readPathStates(newsroom.db.writer, [there, nowhere], asked)
    expect([stateOf(there), stateOf(nowhere)]).toEqual(['public', 'unknown'])
  })

  test('nobody changes anything here', async () => expect((await get('/news', {}, 'POST')).status).toBe(405))
})
