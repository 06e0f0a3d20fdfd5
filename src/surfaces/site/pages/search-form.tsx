import type { ReactNode } from 'react'

import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

/** `id` tells two search forms of one page apart. */
export function SearchForm({ site, id, query }: { site: SiteContext; id: string; query?: string }): ReactNode {
  const words = wordsIn(site.language)
  return (
    <search>
      <form className="search" action={siteHref(site, routes.search)}>
        <label className="unseen" htmlFor={id}>
          {words.searchFor}
        </label>
        <input id={id} name="q" type="search" placeholder={words.searchFor} defaultValue={query} maxLength={200} />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  )
}
