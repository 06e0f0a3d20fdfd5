import type { ReactNode } from 'react'

import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'

type PageLinksProps = { site: SiteContext; page: number; pages: number; pageHref: (page: number) => string }

export function PageLinks({ site, page, pages, pageHref }: PageLinksProps): ReactNode {
  const words = wordsIn(site.language)
  if (pages < 2) return null
  return (
    <nav className="page-links" aria-label={words.pages}>
      {page > 1 ? (
        <a rel="prev" href={pageHref(page - 1)}>
          {words.newer}
        </a>
      ) : null}
      <span>{words.page(page, pages)}</span>
      {page < pages ? (
        <a rel="next" href={pageHref(page + 1)}>
          {words.older}
        </a>
      ) : null}
    </nav>
  )
}
