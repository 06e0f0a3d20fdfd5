import type { ReactNode } from 'react'

import type { RiverItem } from '#newsroom/live/live-story.ts'
import { directionOf, named } from '#surfaces/ui/in-words.ts'
import { link, routes } from '#src/routes.ts'

import { mapCodes } from '../map/map-codes.ts'
import type { SiteContext } from '../site-context.ts'
import { LocatorThumb } from './locator.tsx'
import { PlaceLinks, ProjectLinks } from './register-links.tsx'
import { siteHref } from './site-href.ts'

type EntryProps = { site: SiteContext; item: RiverItem; level: 2 | 3; sheet: string | undefined }

/** A story in a list: the whole of it is one target, the headline is the link. */
export function RiverEntry({ site, item, level, sheet }: EntryProps): ReactNode {
  const Headline = level === 2 ? 'h2' : 'h3'
  const isForeign = item.language !== site.language
  const tongue = isForeign ? { lang: item.language, dir: directionOf(item.language) } : {}
  return (
    <article className="entry">
      <div className="entry-text">
        {item.section ? <p className="label">{named(item.section.name, site.language)}</p> : null}
        <Headline className="headline" {...tongue}>
          <a href={siteHref(site, link(routes.story, { slug: item.slug }), item.language)}>{item.headline}</a>
        </Headline>
        <p className="summary" {...tongue}>
          {item.summary}
        </p>
        {item.projects.length + item.places.length > 0 ? (
          <ul className="about">
            <ProjectLinks site={site} projects={item.projects} />
            <PlaceLinks site={site} places={item.places} />
          </ul>
        ) : null}
      </div>
      <LocatorThumb codes={mapCodes(item.places)} sheet={sheet} />
    </article>
  )
}
