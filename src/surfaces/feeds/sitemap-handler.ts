import { placePath } from '#newsroom/addresses/place-path.ts'
import { countAddresses, listAddresses } from '#newsroom/live/list-addresses.ts'
import type { LiveRiver } from '#newsroom/live/list-rivers.ts'
import { listRivers } from '#newsroom/live/list-rivers.ts'
import type { LiveReader } from '#newsroom/live/live-reader.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'
import { desk, inLanguage, link, routes } from '#src/routes.ts'
import type { PageAnswer, PageHandler } from '#surfaces/ui/page-request.ts'

import { generateSitemap, generateSitemapIndex } from './sitemap.ts'

const urlsPerFile = 10_000

/** /sitemap.xml: every page that search engines may keep (https://www.sitemaps.org/protocol.html), or an index of parts when stories are many. */
export const sitemapHandler: PageHandler = async ({ live, origin, query }) => {
  const total = await countAddresses(live)
  const parts = Math.max(1, Math.ceil(total / urlsPerFile))
  const said = query.get('page') ?? ''
  const page = Number(said)
  if (!/^(?:[1-9]\d{0,5})?$/.test(said) || page > parts) return undefined
  if (parts > 1 && page === 0) {
    return xml(generateSitemapIndex(Array.from({ length: parts }, (_, index) => `${origin}${routes.sitemap}?page=${index + 1}`)))
  }
  const stories = await listAddresses(live, { from: Math.max(0, page - 1) * urlsPerFile, atMost: urlsPerFile })
  const urls = stories.map((story) => ({
    address: origin + inLanguage(link(routes.story, { slug: story.slug }), story.language, live.defaultLanguage),
    changedAt: story.changedAt,
  }))
  const others = page <= 1 ? await pagesBesideStories(live) : []
  return xml(generateSitemap([...others.map((path) => ({ address: origin + path })), ...urls]))
}

/** What is there in every language, and each river in those that it has a story in: empty ones ask not to be kept. */
async function pagesBesideStories(live: LiveReader): Promise<string[]> {
  const { languages } = live.registers.settings
  const projects = [...live.registers.projects.values()].map(({ slug }) => link(routes.project, { slug }))
  const always = [routes.front, routes.projects, ...projects]
  const rivers = await listRivers(live, languages, ['section', 'topic', 'place', 'year'])
  const spoken = new Set(rivers.map(({ language }) => language))
  const news = [...spoken].map((language) => ({ language, path: routes.news }))
  const narrowed = rivers.map((river) => ({ language: river.language, path: riverPath(river, live.registers) }))
  return [...languages.flatMap((language) => always.map((path) => ({ language, path }))), ...news, ...narrowed].flatMap(
    ({ language, path }) => (path === undefined ? [] : [inLanguage(path, language, live.defaultLanguage)]),
  )
}

function riverPath({ name, value }: LiveRiver, { sections, topics, places }: Registers): string | undefined {
  if (name === 'year') return link(routes.archive, { year: value })
  if (name === 'place') return places.has(value) ? placePath(value) : undefined
  const slug = (name === 'section' ? sections : topics).get(value)?.slug
  return slug && link(name === 'section' ? routes.section : routes.topic, { slug })
}

/** /robots.txt: all of the site is for reading, but for the endless answers of its search. */
export const robotsHandler: PageHandler = async ({ live, origin }) => {
  const searches = live.registers.settings.languages.map((language) => inLanguage(routes.search, language, live.defaultLanguage))
  const closed = [...searches, desk.home].map((path) => `Disallow: ${path}\n`).join('')
  return {
    status: 200,
    body: `User-agent: *\n${closed}\nSitemap: ${origin}${routes.sitemap}\n`,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  }
}

function xml(body: string): PageAnswer {
  return { status: 200, body, headers: { 'content-type': 'application/xml; charset=utf-8' } }
}
