import { canonicalJson } from '#lib/canonical-json.ts'
import type { Tables } from '#platform/database/tables.ts'

import { bodySchema } from '../stories/body.ts'
import { liveEditionOf } from '../stories/live-edition.ts'
import { followMerges } from '../references/references.ts'
import type { RevisionContent } from '../stories/story.ts'
import { activitySchema, correctionsSchema, datelineSchema } from '../stories/story-input.ts'
import { findNewest } from './find-river.ts'
import type { LiveReader } from './live-reader.ts'
import type { LiveActivity, LiveStory, RiverItem } from './live-story.ts'
import { storyTag } from '../live-tags.ts'
import type { Registers } from './read-registers.ts'
import { statementsOf } from './statements-of.ts'
import { riverItem } from './river-items.ts'
import { visibleAt } from '../visible-at.ts'

const relatedAtMost = 3

/** The story page of one release, with its other languages and what is related. */
export async function findStory(live: LiveReader, release: string): Promise<LiveStory | undefined> {
  const row = await live.db.selectFrom('live.edition').selectAll().where('release_id', '=', release).executeTakeFirst()
  return row && storyOf(live, row)
}

/** A revision as its page would tell it if it were before readers now; what they see of it already has its day and its corrections. */
export async function draftStory(
  live: LiveReader,
  draft: { story: string; edition: string; language: string; content: RevisionContent; publishedAt: Date },
): Promise<LiveStory> {
  const { timeZone } = live.registers.settings
  const of = { release: draft.edition, edition: draft.edition, story: draft.story, language: draft.language, rank: 0, timeZone }
  const now = { visibleFrom: draft.publishedAt, publishedAt: draft.publishedAt, modifiedAt: null, corrections: [] }
  const fresh = liveEditionOf(of, followMerges(draft.content, live.registers.merged), now)
  const shown = await findShown(live, draft.edition)
  if (!shown) return storyOf(live, fresh)
  const isSame = canonicalJson(wordsOf(shown)) === canonicalJson(wordsOf(fresh))
  const { published_at, published_on, corrections } = shown
  const modified_at = isSame ? shown.modified_at : draft.publishedAt
  return storyOf(live, { ...fresh, published_at, published_on, corrections, modified_at })
}

const wordsOf = ({ headline, summary, body, byline }: Told) => ({ headline, summary, body, byline })

function findShown(live: LiveReader, edition: string): Promise<Told | undefined> {
  return live.db
    .selectFrom('live.edition')
    .selectAll()
    .where('edition_id', '=', edition)
    .where(visibleAt(live.now, 'edition'))
    .executeTakeFirst()
}

async function storyOf(live: LiveReader, row: Told): Promise<LiveStory> {
  live.note(storyTag(row.story_id))
  const { registers } = live
  const body = bodySchema.parse(row.body)
  const activity = row.activity === null ? null : activitySchema.parse(row.activity)
  const [editions, related] = await Promise.all([otherEditions(live, row.story_id, row.language), relatedStories(live, row)])
  return {
    ...riverItem(row, registers),
    kind: row.kind,
    body,
    byline: row.byline,
    dateline: row.dateline === null ? null : datelineSchema.parse(row.dateline),
    activity: activity && namedActivity(activity, registers),
    projectsInFull: row.project_ids.flatMap((id) => registers.projects.get(id) ?? []),
    statements: statementsOf({ projects: row.project_ids, language: row.language, day: row.published_on, body }, registers),
    topics: row.topic_ids.flatMap((id) => registers.topics.get(id) ?? []),
    people: row.person_ids.flatMap((id) => registers.people.get(id) ?? []),
    corrections: correctionsSchema.parse(row.corrections),
    isMachineMade: row.machine_made,
    editions,
    related,
  }
}

type Told = Omit<Tables['live.edition'], 'search' | 'headline_parts'>

async function otherEditions(live: LiveReader, story: string, language: string) {
  const editions = await live.db
    .selectFrom('live.edition')
    .select(['language', 'slug', 'headline'])
    .where('story_id', '=', story)
    .where('language', '<>', language)
    .where(visibleAt(live.now, 'edition'))
    .orderBy('language')
    .execute()
  return editions.filter((edition) => live.registers.settings.languages.includes(edition.language))
}

/** The newest others of the same project, else of the same place, else of the same section. */
async function relatedStories(
  live: LiveReader,
  of: { story_id: string; language: string; project_ids: string[]; place_codes: string[]; section_id: string | null },
): Promise<RiverItem[]> {
  const facet = nearestFacet(of)
  const items = await findNewest(live, of.language, facet, relatedAtMost + 1)
  return items.filter((item) => item.story !== of.story_id).slice(0, relatedAtMost)
}

function nearestFacet(of: { project_ids: string[]; place_codes: string[]; section_id: string | null }): string {
  if (of.project_ids[0]) return `project=${of.project_ids[0]}`
  if (of.place_codes[0]) return `place=${of.place_codes[0]}`
  return of.section_id ? `section=${of.section_id}` : 'all'
}

function namedActivity(activity: ReturnType<typeof activitySchema.parse>, registers: Registers): LiveActivity {
  const organisations = (ids: string[]) => ids.flatMap((id) => registers.organisations.get(id) ?? [])
  return {
    ...activity,
    place: (activity.place && registers.places.get(activity.place)) || null,
    organisers: organisations(activity.organisers),
    partners: organisations(activity.partners),
  }
}
