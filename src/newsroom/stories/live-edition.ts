import type { Tables } from '#platform/database/tables.ts'

import { storyPath } from '../addresses/story-path.ts'
import { addressTag, editionTag, riverTag, storyTag } from '../live-tags.ts'
import type { Correction, RevisionContent } from './story.ts'

/** A released edition as readers will see it, before what it is found by is made. */
export type LiveEdition = Omit<Tables['live.edition'], 'search' | 'headline_parts' | 'corrections'> & { corrections: Correction[] }

type Flowing = Pick<LiveEdition, 'section_id' | 'project_ids' | 'place_codes' | 'topic_ids' | 'published_on'>
type Placed = Flowing & Pick<LiveEdition, 'story_id' | 'edition_id' | 'slug' | 'language'>

/** The rivers that an edition flows in, each once: revisions of earlier days may name a thing twice. */
export function facetsOf(edition: Flowing): string[] {
  const facets = [
    'all',
    ...(edition.section_id ? [`section=${edition.section_id}`] : []),
    ...edition.project_ids.map((id) => `project=${id}`),
    ...withCountries(edition.place_codes).map((code) => `place=${code}`),
    ...edition.topic_ids.map((id) => `topic=${id}`),
    `year=${edition.published_on.slice(0, 4)}`,
  ]
  return [...new Set(facets)]
}

/** Every tag that the appearance, change or disappearance of an edition touches. */
export function tagsOf(edition: Placed, defaultLanguage: string): string[] {
  return [
    storyTag(edition.story_id),
    editionTag(edition.edition_id),
    addressTag(storyPath(edition.slug, edition.language, defaultLanguage)),
    ...facetsOf(edition).map((facet) => riverTag(facet, edition.language)),
  ]
}

/** A revision put before readers from a moment on. */
export function liveEditionOf(
  of: { release: string; edition: string; story: string; language: string; rank: number; timeZone: string },
  content: RevisionContent,
  at: {
    visibleFrom: Date
    visibleUntil?: Date | null
    publishedAt: Date
    modifiedAt: Date | null
    corrections: Correction[]
    isMachineMade?: boolean
  },
): LiveEdition {
  return {
    release_id: of.release,
    edition_id: of.edition,
    story_id: of.story,
    language: of.language,
    slug: content.slug,
    kind: content.kind,
    section_id: content.section,
    headline: content.headline,
    summary: content.summary,
    body: content.body,
    byline: content.byline,
    // A day without its place is for the desk alone.
    dateline: content.dateline?.place ? content.dateline : null,
    activity: content.activity,
    project_ids: content.projects,
    place_codes: content.places,
    topic_ids: content.topics,
    person_ids: content.people,
    corrections: at.corrections,
    published_at: at.publishedAt,
    published_on: dayIn(at.publishedAt, of.timeZone),
    modified_at: at.modifiedAt,
    rank: of.rank,
    visible_from: at.visibleFrom,
    visible_until: at.visibleUntil ?? null,
    machine_made: at.isMachineMade ?? false,
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayIn(moment: Date, timeZone: string): string {
  let format = dayFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  return format.format(moment)
}

function withCountries(codes: string[]): string[] {
  return [...new Set(codes.flatMap((code) => (code.startsWith('city/') ? [code, code.split('/')[1] ?? code] : [code])))]
}
