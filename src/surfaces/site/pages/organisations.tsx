import type { ReactNode } from 'react'

import type { LiveFunder, LiveParty } from '#newsroom/live/live-story.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'

type OrganisationsProps = { site: SiteContext; organisations: (LiveParty | LiveFunder)[] }

/** Each organisation once, whichever way it came in, with every grant that is named of it. */
export function Organisations({ site, organisations }: OrganisationsProps): ReactNode {
  return (
    <ul>
      {[...Map.groupBy(organisations, ({ slug }) => slug)].map(([slug, [organisation, ...more]]) => {
        if (!organisation) return null
        const name = named(organisation.name, site.language)
        const grants = new Set([organisation, ...more].flatMap((one) => grantOf(one) ?? []))
        return (
          <li key={slug}>
            {isWeb(organisation.site) ? <a href={organisation.site}>{name}</a> : name}
            {[...grants].map((grant) => (
              <span key={grant} className="grant">
                {wordsIn(site.language).grant} <bdi>{grant}</bdi>
              </span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

function grantOf(organisation: LiveParty | LiveFunder): string | null {
  return 'grantReference' in organisation ? organisation.grantReference : null
}

function isWeb(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address)
}
