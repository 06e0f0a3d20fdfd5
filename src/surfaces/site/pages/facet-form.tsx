import type { ReactNode } from 'react'

import type { Facets } from '#newsroom/live/live-story.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

export type Choice = { value: string; name: string }
/** What each facet can be set to, named in the reader's language and in the order to show. */
export type FacetChoices = { [Facet in keyof Required<Facets>]: Choice[] }

const order = ['section', 'project', 'place', 'topic', 'year'] as const

export function FacetForm({ site, facets, choices }: { site: SiteContext; facets: Facets; choices: FacetChoices }): ReactNode {
  const words = wordsIn(site.language)
  const isNarrowed = order.some((facet) => facets[facet] !== undefined)
  return (
    <details className="facets-box" open={isNarrowed}>
      <summary>{words.narrowBy}</summary>
      <form className="facets" action={siteHref(site, routes.news)}>
        {order
          .filter((facet) => choices[facet].length > 0)
          .map((facet) => (
            <label key={facet}>
              <span>{words[facet]}</span>
              <select name={facet} defaultValue={facets[facet] ?? ''}>
                <option value="">{words.any}</option>
                {choices[facet].map(({ value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ))}
        <button type="submit">{words.narrow}</button>
        {isNarrowed ? <a href={siteHref(site, routes.news)}>{words.clear}</a> : null}
      </form>
    </details>
  )
}
