import type { ReactNode } from 'react'

import { withColon } from '#lib/with-colon.ts'
import type { SearchResult } from '#newsroom/live/live-story.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { PageFrame } from './page-frame.tsx'
import { PageLinks } from './page-links.tsx'
import { RiverList } from './river-list.tsx'
import { SearchForm } from './search-form.tsx'

type SearchPageProps = { site: SiteContext; query: string; result: SearchResult | null; pageHref: (page: number) => string }

/** `result` is null when nothing was asked yet. */
export function SearchPage({ site, query, result, pageHref }: SearchPageProps): ReactNode {
  const words = wordsIn(site.language)
  const title = query ? withColon(words.search, words.resultsFor(query), site.language) : words.search
  return (
    <PageFrame site={site} meta={{ kind: 'list', title, description: words.searchFor, noIndex: true }}>
      <header className="page-name">
        <div>
          <h1>{words.search}</h1>
          <SearchForm site={site} id="search" query={query} />
          {result ? <p className="count">{countOf(site, result)}</p> : null}
        </div>
      </header>
      {result && result.items.length > 0 ? <RiverList site={site} items={result.items} level={2} /> : null}
      {result && result.items.length === 0 ? <p className="nothing">{words.nothingFor(words.resultsFor(query))}</p> : null}
      {result ? <PageLinks site={site} page={result.page} pages={result.pages} pageHref={pageHref} /> : null}
    </PageFrame>
  )
}

function countOf(site: SiteContext, result: SearchResult): string {
  const words = wordsIn(site.language)
  const count = result.isCapped ? words.moreThan(result.total) : words.stories(result.total)
  return result.isRanked ? count : `${count} · ${words.newestFirst}`
}
