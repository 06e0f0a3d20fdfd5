import { cutText, legible } from '#lib/legible.ts'
import { searchStories } from '#newsroom/live/search-stories.ts'
import { inLanguage, routes } from '#src/routes.ts'
import type { PageAnswer, PageRequest } from '#surfaces/ui/page-request.ts'

import { SearchPage } from '../pages/search-page.tsx'
import { printHtml } from '../print-html.ts'
import type { SiteAssets } from '../site-assets.ts'
import { siteContextOf } from '../site-context-of.ts'

const longestQuery = 200

/** /search?q=: never kept, for what readers ask is endless. */
export async function searchPage(request: PageRequest, assets: SiteAssets): Promise<PageAnswer> {
  const { live, language } = request
  const query = cutText(legible(request.query.get('q') ?? '').trim(), longestQuery)
  const page = Math.min(50, Math.max(1, Math.trunc(Number(request.query.get('page') ?? 1)) || 1))
  const result = query === '' ? null : await searchStories(live, language, query, page)
  const pageHref = (to: number) =>
    `${inLanguage(routes.search, language, live.defaultLanguage)}?${new URLSearchParams({ q: query, page: String(to) }).toString()}`
  return printHtml(<SearchPage site={siteContextOf(request, assets)} query={query} result={result} pageHref={pageHref} />)
}
