import type { ReactNode } from 'react'

import type { LiveProjectCard } from '#newsroom/live/live-story.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { PageFrame } from './page-frame.tsx'
import { ProjectList } from './project-list.tsx'

export function ProjectsPage({ site, projects }: { site: SiteContext; projects: LiveProjectCard[] }): ReactNode {
  const words = wordsIn(site.language)
  const description = `${words.projects}. ${named(site.settings.tagline, site.language)}`
  return (
    <PageFrame site={site} meta={{ kind: 'list', title: words.projects, description }}>
      <header className="page-name">
        <h1>{words.projects}</h1>
      </header>
      {projects.length > 0 ? <ProjectList site={site} projects={projects} level={2} /> : <p className="nothing">{words.nothingHere}</p>}
    </PageFrame>
  )
}
