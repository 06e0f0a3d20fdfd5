import { cutText, legible } from '#lib/legible.ts'
import { searchStories } from '#newsroom/live/search-stories.ts'
import type { PageAnswer, PageRequest } from '#surfaces/ui/page-request.ts'

import { pagePath } from '../page-path.ts'
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
  const asked = query === '' ? {} : { q: query }
  const pageHref = (to: number) => pagePath(request, request.path, language, asked, to)
  const site = siteContextOf(request, assets, { query: asked, number: page })
  return printHtml(<SearchPage {...{ site, query, result, pageHref }} />)
}
