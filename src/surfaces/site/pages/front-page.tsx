import type { ReactNode } from 'react'

import type { LiveProjectCard, RiverItem } from '#newsroom/live/live-story.ts'
import { dayInWords } from '#surfaces/ui/day.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { link, routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { Locator } from './locator.tsx'
import { PageFrame } from './page-frame.tsx'
import { ProjectList } from './project-list.tsx'
import { PlaceLinks, ProjectLinks } from './register-links.tsx'
import { RiverList } from './river-list.tsx'
import { siteHref } from './site-href.ts'

/** `latest` is newest first; its first story leads. */
export function FrontPage({ site, latest, projects }: { site: SiteContext; latest: RiverItem[]; projects: LiveProjectCard[] }): ReactNode {
  const words = wordsIn(site.language)
  const newsroom = named(site.settings.name, site.language)
  const [lead, ...rest] = latest
  const meta = { kind: 'front', title: newsroom, description: named(site.settings.tagline, site.language) || newsroom } as const
  return (
    <PageFrame site={site} meta={meta} className="front">
      <h1 className="unseen">{newsroom}</h1>
      {lead ? <Lead site={site} item={lead} /> : <p className="nothing">{words.nothingHere}</p>}
      {rest.length > 0 ? (
        <section aria-labelledby="latest">
          <h2 className="block-name" id="latest">
            {words.latest}
          </h2>
          <RiverList site={site} items={rest} level={3} />
          <p className="more">
            <a href={siteHref(site, routes.news)}>{words.allNews}</a>
          </p>
        </section>
      ) : null}
      {projects.length > 0 ? (
        <section aria-labelledby="projects">
          <h2 className="block-name" id="projects">
            {words.projects}
          </h2>
          <ProjectList site={site} projects={projects} level={3} />
        </section>
      ) : null}
    </PageFrame>
  )
}

function Lead({ site, item }: { site: SiteContext; item: RiverItem }): ReactNode {
  return (
    <article className="lead">
      <div className="entry-text">
        {item.section ? <p className="label">{named(item.section.name, site.language)}</p> : null}
        <h2 className="headline">
          <a href={siteHref(site, link(routes.story, { slug: item.slug }), item.language)}>{item.headline}</a>
        </h2>
        <p className="summary">{item.summary}</p>
        <ul className="about">
          <li>
            <time dateTime={item.publishedOn}>{dayInWords(item.publishedOn, site.language)}</time>
          </li>
          <ProjectLinks site={site} projects={item.projects} />
          <PlaceLinks site={site} places={item.places} />
        </ul>
      </div>
      <Locator site={site} places={item.places} />
    </article>
  )
}
