import type { ReactNode } from 'react'

import { withColon } from '#lib/with-colon.ts'
import type { LiveProject, LiveStatement, River } from '#newsroom/live/live-story.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { Locator } from './locator.tsx'
import { PageFrame } from './page-frame.tsx'
import { PageLinks } from './page-links.tsx'
import { ProjectFacts } from './project-facts.tsx'
import { RiverList } from './river-list.tsx'
import { Statements } from './story-parts.tsx'

type ProjectPageProps = {
  site: SiteContext
  project: LiveProject
  statements: LiveStatement[]
  river: River
  pageHref: (page: number) => string
}

/** A project: what it is, who pays for it, and everything that was told of it, as a timeline. */
export function ProjectPage({ site, project, statements, river, pageHref }: ProjectPageProps): ReactNode {
  const words = wordsIn(site.language)
  const title = named(project.title, site.language)
  const description = named(project.description, site.language)
  const objectives = project.objectives[site.language] ?? project.objectives['en'] ?? []
  return (
    <PageFrame
      site={site}
      meta={{
        kind: 'list',
        title: project.acronym ? withColon(project.acronym, title, site.language) : title,
        description: description || title,
      }}
    >
      <div className="with-facts">
        <header className="story-head">
          <p className="label">{project.acronym ?? words.project}</p>
          <h1>{title}</h1>
          {description ? <p className="standfirst">{description}</p> : null}
          {project.status === 'closed' ? <p className="state">{words.projectEnded}</p> : null}
          {project.isArchived ? <p className="state">{words.archivedEntry}</p> : null}
        </header>
        <ProjectFacts site={site} project={project} />
        <div className="prose">
          <Locator site={site} places={project.places} />
          {objectives.length > 0 ? (
            <>
              <h2>{words.objectives}</h2>
              <ul>
                {objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </>
          ) : null}
          <Statements site={site} statements={statements} />
        </div>
      </div>
      <section aria-labelledby="stories">
        <h2 className="block-name" id="stories">
          {words.news}
        </h2>
        {river.items.length > 0 ? <RiverList site={site} items={river.items} level={3} /> : <p className="nothing">{words.nothingHere}</p>}
        <PageLinks site={site} page={river.page} pages={river.pages} pageHref={pageHref} />
      </section>
    </PageFrame>
  )
}
