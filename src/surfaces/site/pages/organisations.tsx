import type { ReactNode } from 'react'

import type { LiveFunder, LiveParty } from '#newsroom/live/live-story.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'

type OrganisationsProps = { site: SiteContext; organisations: (LiveParty | LiveFunder)[] }

export function Organisations({ site, organisations }: OrganisationsProps): ReactNode {
  return (
    <ul>
      {organisations.map((organisation, position) => {
        const name = named(organisation.name, site.language)
        const grant = 'grantReference' in organisation ? organisation.grantReference : null
        return (
          <li key={`${organisation.slug} ${position}`}>
            {isWeb(organisation.site) ? <a href={organisation.site}>{name}</a> : name}
            {grant ? (
              <span className="grant">
                {wordsIn(site.language).grant} <bdi>{grant}</bdi>
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function isWeb(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address)
}
