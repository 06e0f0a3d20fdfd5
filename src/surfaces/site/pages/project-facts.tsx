import type { ReactNode } from 'react'

import type { LiveProject } from '#newsroom/live/live-story.ts'
import { daysInWords } from '#surfaces/ui/day.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { Fact, Facts } from './facts.tsx'
import { Organisations } from './organisations.tsx'
import { PlaceLinks } from './register-links.tsx'

export function ProjectFacts({ site, project }: { site: SiteContext; project: LiveProject }): ReactNode {
  const words = wordsIn(site.language)
  return (
    <Facts name={words.facts}>
      <Fact name={words.status}>{words[project.status]}</Fact>
      <Fact name={words.dates}>{project.starts ? daysInWords(project.starts, project.ends, site.language) : null}</Fact>
      <Fact name={words.places}>
        {project.places.length > 0 ? (
          <ul>
            <PlaceLinks site={site} places={project.places} />
          </ul>
        ) : null}
      </Fact>
      <Fact name={words.funders}>{project.funders.length > 0 ? <Organisations site={site} organisations={project.funders} /> : null}</Fact>
      <Fact name={words.partners}>
        {project.partners.length > 0 ? <Organisations site={site} organisations={project.partners} /> : null}
      </Fact>
      <Fact name={words.contact}>{project.contact}</Fact>
    </Facts>
  )
}
