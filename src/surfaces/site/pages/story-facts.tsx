import type { ReactNode } from 'react'

import type { LiveActivity, LiveStory } from '#newsroom/live/live-story.ts'
import { daysInWords } from '#surfaces/ui/day.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { link, routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { Fact, Facts } from './facts.tsx'
import { Organisations } from './organisations.tsx'
import { PlaceLinks, ProjectLinks } from './register-links.tsx'
import { siteHref } from './site-href.ts'

export function StoryFacts({ site, story }: { site: SiteContext; story: LiveStory }): ReactNode {
  const words = wordsIn(site.language)
  const partners = story.projectsInFull.flatMap((project) => project.partners)
  const funders = story.projectsInFull.flatMap((project) => project.funders)
  const list = (items: unknown[], children: ReactNode) => (items.length > 0 ? <ul>{children}</ul> : null)
  if (!story.activity && [story.projects, story.places, story.topics, story.people].every((about) => about.length === 0)) return null
  return (
    <Facts name={words.facts}>
      {story.activity ? <ActivityFacts site={site} activity={story.activity} /> : null}
      <Fact name={words.project}>{list(story.projects, <ProjectLinks site={site} projects={story.projects} />)}</Fact>
      <Fact name={words.places}>{list(story.places, <PlaceLinks site={site} places={story.places} />)}</Fact>
      <Fact name={words.partners}>{organisations(site, [...(story.activity?.partners ?? []), ...partners])}</Fact>
      <Fact name={words.funders}>{organisations(site, funders)}</Fact>
      <Fact name={words.people}>
        {list(
          story.people,
          story.people.map((person) => (
            <li key={person.slug}>{[named(person.name, site.language), named(person.role, site.language)].filter(Boolean).join(', ')}</li>
          )),
        )}
      </Fact>
      <Fact name={words.topics}>
        {list(
          story.topics,
          story.topics.map((topic) => (
            <li key={topic.slug}>
              <a href={siteHref(site, link(routes.topic, { slug: topic.slug }))}>{named(topic.name, site.language)}</a>
            </li>
          )),
        )}
      </Fact>
    </Facts>
  )
}

function ActivityFacts({ site, activity }: { site: SiteContext; activity: LiveActivity }): ReactNode {
  const words = wordsIn(site.language)
  const where = [activity.place ? placeInWords(activity.place, site.language) : null, activity.isOnline ? words.online : null]
  return (
    <>
      <Fact name={words.activity}>{activity.name ?? words.activityTypes[activity.type] ?? activity.type}</Fact>
      <Fact name={words.dates}>{activity.starts ? daysInWords(activity.starts, activity.ends, site.language) : null}</Fact>
      <Fact name={words.place}>{where.filter(Boolean).join(', ')}</Fact>
      <Fact name={words.participants}>{activity.participants}</Fact>
      <Fact name={words.organisers}>{organisations(site, activity.organisers)}</Fact>
    </>
  )
}

function organisations(site: SiteContext, all: Parameters<typeof Organisations>[0]['organisations']): ReactNode {
  return all.length > 0 ? <Organisations site={site} organisations={all} /> : null
}
