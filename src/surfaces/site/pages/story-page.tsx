import type { ReactNode } from 'react'

import type { LiveStory } from '#newsroom/live/live-story.ts'
import { PrintBody } from '#surfaces/ui/print-body.tsx'
import { hasEmbed } from '#surfaces/ui/print-embed.tsx'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { Locator } from './locator.tsx'
import { PageFrame } from './page-frame.tsx'
import { ProjectList } from './project-list.tsx'
import { RiverList } from './river-list.tsx'
import { StoryFacts } from './story-facts.tsx'
import { Corrections, DatelineText, Editions, Funding, MachineNote, Statements, StoryHead } from './story-parts.tsx'

export function StoryPage({ site, story }: { site: SiteContext; story: LiveStory }): ReactNode {
  const words = wordsIn(site.language)
  const meta = {
    kind: 'article',
    title: story.headline,
    description: story.summary,
    published: story.publishedAt,
    modified: story.modifiedAt,
    hasEmbeds: hasEmbed(story.body),
  } as const
  return (
    <PageFrame site={site} meta={meta}>
      <article className="with-facts" itemScope itemType="https://schema.org/NewsArticle">
        <StoryHead site={site} story={story} />
        <StoryFacts site={site} story={story} />
        <div className="prose" itemProp="articleBody">
          {story.isMachineMade ? <MachineNote site={site} /> : null}
          <Corrections site={site} corrections={story.corrections} />
          <Locator site={site} places={story.places} />
          <PrintBody
            body={story.body}
            language={site.language}
            opening={story.dateline ? <DatelineText site={site} dateline={story.dateline} /> : null}
          />
          <Funding site={site} projects={story.projectsInFull} statements={story.statements} />
          <Statements site={site} statements={story.statements} />
          <Editions site={site} editions={story.editions} />
        </div>
      </article>
      {story.projects.length > 0 ? (
        <section aria-labelledby="project">
          <h2 className="block-name" id="project">
            {story.projects.length > 1 ? words.projects : words.aboutProject}
          </h2>
          <ProjectList site={site} projects={story.projects} level={3} />
        </section>
      ) : null}
      {story.related.length > 0 ? (
        <section aria-labelledby="related" className="related">
          <h2 className="block-name" id="related">
            {words.related}
          </h2>
          <RiverList site={site} items={story.related} level={3} />
        </section>
      ) : null}
    </PageFrame>
  )
}
