import { generateSitemap, generateSitemapIndex } from './sitemap.ts'
import { countAddresses, listAddresses } from '#newsroom/live/list-addresses.ts'
import { inLanguage, link, routes } from '#src/routes.ts'
import type { PageAnswer, PageHandler } from '#surfaces/ui/page-request.ts'

const urlsPerFile = 10_000

/** /sitemap.xml: every live address (https://www.sitemaps.org/protocol.html), or an index of parts when they are many. */
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
  const rivers = live.registers.settings.languages.map((language) => ({
    address: origin + inLanguage(routes.news, language, live.defaultLanguage),
  }))
  const projects = [...live.registers.projects.values()].map((project) => ({
    address: origin + link(routes.project, { slug: project.slug }),
  }))
  return xml(generateSitemap(page <= 1 ? [...rivers, ...projects, ...urls] : urls))
}

/** /robots.txt: all of the site is for reading. */
export const robotsHandler: PageHandler = async ({ origin }) => ({
  status: 200,
  body: `User-agent: *\nDisallow: ${routes.search}\nDisallow: /desk\n\nSitemap: ${origin}${routes.sitemap}\n`,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
})

function xml(body: string): PageAnswer {
  return { status: 200, body, headers: { 'content-type': 'application/xml; charset=utf-8' } }
}
