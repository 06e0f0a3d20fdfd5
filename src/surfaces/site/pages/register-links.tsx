import type { ReactNode } from 'react'

import { placePath } from '#newsroom/addresses/place-path.ts'
import type { LivePlace, LiveProjectCard } from '#newsroom/live/live-story.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'
import { link, routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

export function ProjectLinks({ site, projects }: { site: SiteContext; projects: LiveProjectCard[] }): ReactNode {
  return projects.map((project) => (
    <li key={project.slug} className="about-project">
      <a href={siteHref(site, link(routes.project, { slug: project.slug }))}>{project.acronym ?? named(project.title, site.language)}</a>
    </li>
  ))
}

export function PlaceLinks({ site, places }: { site: SiteContext; places: LivePlace[] }): ReactNode {
  return places.map((place) => (
    <li key={place.code}>
      <a href={siteHref(site, placePath(place.code))}>{placeInWords(place, site.language)}</a>
    </li>
  ))
}
