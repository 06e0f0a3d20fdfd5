import { fold } from '#lib/fold.ts'
import { hashOf } from '#lib/canonical-json.ts'
import { slugify } from '#lib/slugify.ts'
import type { BatchItem } from '#newsroom/batches/batch-item.ts'
import type { Suggestion, SuggestionText } from '#newsroom/suggestions/suggestion.ts'

import { bodyFromHtml, bodyFromText } from './body-from-html.ts'
import type { SourceStory } from './source-story.ts'

export type ItemContext = {
  language: string
  /** Midnight of a day where the newsroom is. */
  startOfDay: (day: string) => Date
  section: (label: string) => string
  /** Its place in the source, from 0. */
  index: number
  now: Date
  suggest: (text: SuggestionText) => Suggestion[]
}

/** What a reader of an archive found, as something to file. */
export function batchItemOf(story: SourceStory, context: ItemContext): BatchItem {
  const language = story.language ?? context.language
  return {
    key: keyOf(story, language),
    oldAddress: story.url && addressOf(story.url),
    language,
    content: {
      kind: 'news',
      slug: slugify(story.headline),
      headline: story.headline.slice(0, 500),
      summary: (story.summary ?? '').slice(0, 5000),
      body: story.html ? bodyFromHtml(story.html, story.url ? { baseUrl: story.url } : {}) : bodyFromText(story.summary ?? ''),
      byline: story.byline?.slice(0, 300) ?? null,
      dateline: null,
      section: story.section ? context.section(story.section) : null,
      projects: [],
      places: [],
      topics: [],
      people: [],
      activity: null,
    },
    publishedAt: publishedAt(story, context),
    rank: -context.index,
    suggestions: context.suggest({ headline: story.headline, summary: story.summary ?? '', language, date: story.date }),
  }
}

/** An item is known again by its address, else by its feed's guid, else by what it says and when. */
function keyOf(story: SourceStory, language: string): string {
  if (story.url && /^https?:/i.test(story.url)) return `url:${story.url}`
  if (story.guid) return `guid:${story.guid}`
  return `text:${hashOf([language, story.date, fold(story.headline).replace(/\s+/g, ' ').trim()])}`
}

/** Path and query of an old address, as a request for it will spell them; null where it points at a whole site. */
function addressOf(url: string): string | null {
  if (!URL.canParse(url, 'http://old.invalid/')) return null
  const { pathname, search } = new URL(url, 'http://old.invalid/')
  return pathname === '/' && search === '' ? null : pathname + search
}

// A story of the future in an old archive is a mistake of its clock: it was public, so it is released now.
function publishedAt(story: SourceStory, context: ItemContext): Date | null {
  const at = story.publishedAt ? new Date(story.publishedAt) : story.date ? context.startOfDay(story.date) : null
  if (at === null || Number.isNaN(at.getTime())) return null
  return at > context.now ? context.now : at
}
