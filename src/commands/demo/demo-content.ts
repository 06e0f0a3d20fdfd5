import { parseRevisionContent } from '#newsroom/stories/story-input.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { bodyFromMarkdown } from '#surfaces/intake/body-from-markdown.ts'

import type { DemoEdition } from './demo-files.ts'
import type { DemoRegisters } from './fill-registers.ts'
import { idOf } from './fill-registers.ts'
import type { DemoStory } from './read-demo-stories.ts'

/** What one edition of a demo story says, with its slugs turned into ids. */
export function contentOf(story: DemoStory, index: number, registers: DemoRegisters): RevisionContent {
  const edition = story.editions[index]
  const about = story.editions[0]?.head
  if (!edition || !about) throw new Error(`${story.name} has no edition ${index}`)
  const { head, markdown } = edition
  return parseRevisionContent({
    kind: about.kind ?? 'news',
    slug: head.slug,
    headline: head.headline,
    summary: head.summary,
    body: bodyFromMarkdown(markdown),
    byline: head.byline ?? about.byline ?? null,
    dateline: head.dateline ? { place: head.dateline.place, date: head.dateline.date ?? null } : null,
    section: about.section ? idOf(registers.sections, about.section) : null,
    projects: (about.projects ?? []).map((slug) => idOf(registers.projects, slug)),
    places: (about.places ?? []).map((place) => registers.cities.get(place) ?? place),
    topics: (about.topics ?? []).map((slug) => idOf(registers.topics, slug)),
    people: (about.people ?? []).map((slug) => idOf(registers.people, slug)),
    activity: activityOf(about, head, registers),
  })
}

function activityOf(about: DemoEdition, head: DemoEdition, registers: DemoRegisters) {
  const { activity } = about
  if (!activity) return null
  const organisations = (slugs: string[]) => slugs.map((slug) => idOf(registers.organisations, slug))
  return {
    type: activity.type,
    name: head.activity?.name ?? null,
    starts: activity.starts ?? null,
    ends: activity.ends ?? null,
    place: activity.place ? (registers.cities.get(activity.place) ?? activity.place) : null,
    isOnline: activity.online ?? false,
    organisers: organisations(activity.organisers),
    partners: organisations(activity.partners),
    participants: activity.participants ?? null,
  }
}
