import type { ReactNode } from 'react'

import type { LiveProjectCard } from '#newsroom/live/live-story.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { link, routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

export function ProjectList({ site, projects, level }: { site: SiteContext; projects: LiveProjectCard[]; level: 2 | 3 }): ReactNode {
  const words = wordsIn(site.language)
  const Name = level === 2 ? 'h2' : 'h3'
  return (
    <ul className="projects">
      {projects.map((project) => (
        <li key={project.slug} className="project-card">
          {project.acronym ? <p className="label">{project.acronym}</p> : null}
          <Name>
            <a href={siteHref(site, link(routes.project, { slug: project.slug }))}>{named(project.title, site.language)}</a>
          </Name>
          <p className="state">{words[project.status]}</p>
        </li>
      ))}
    </ul>
  )
}
