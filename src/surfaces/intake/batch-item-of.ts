import { fold } from '#lib/fold.ts'
import { hashOf } from '#lib/canonical-json.ts'
import { cutText } from '#lib/legible.ts'
import { slugify } from '#lib/slugify.ts'
import type { BatchItem } from '#newsroom/batches/batch-item.ts'
import type { Suggestion, SuggestionText } from '#newsroom/suggestions/suggestion.ts'

import { bodyFromHtml, bodyFromText } from '#surfaces/ui/from-html/body-from-html.ts'
import type { SourceStory } from './source-story.ts'

export type ItemContext = {
  /** Of a story whose source does not say. */
  language: string
  /** Those that the newsroom publishes in. */
  languages: string[]
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
  const language = languageOf(story, context)
  return {
    key: keyOf(story, language),
    oldAddress: story.url && addressOf(story.url),
    language,
    content: {
      kind: 'news',
      slug: slugify(story.headline),
      headline: cutText(story.headline, 500),
      summary: cutText(story.summary ?? '', 5000),
      body: story.html ? bodyFromHtml(story.html, story.url ? { baseUrl: story.url } : {}) : bodyFromText(story.summary ?? ''),
      byline: story.byline === undefined ? null : cutText(story.byline, 300),
      dateline: null,
      section: story.section ? context.section(story.section) : null,
      projects: [],
      places: [],
      topics: [],
      people: [],
      activity: null,
      searchTitle: null,
      searchDescription: null,
    },
    // Without a release: no reader could find a story in a language that the newsroom does not publish in.
    publishedAt: context.languages.includes(language) ? publishedAt(story, context) : null,
    rank: -context.index,
    suggestions: context.suggest({ headline: story.headline, summary: story.summary ?? '', language, date: story.date }),
  }
}

/** The newsroom's own form of the story's language: "en" for "en-GB" where it publishes in English. */
function languageOf(story: SourceStory, { language, languages }: ItemContext): string {
  const said = story.language ?? language
  return [said, said.split('-')[0] ?? said].find((form) => languages.includes(form)) ?? said
}

/** An item is known again by its address, else by its feed's guid, else by what it says and when. */
function keyOf(story: SourceStory, language: string): string {
  const own = nameOf(story)
  if (own === undefined) return `text:${hashOf([language, story.date, fold(story.headline).replace(/\s+/g, ' ').trim()])}`
  return Buffer.byteLength(own) <= longestKey ? own : `hash:${hashOf([own])}`
}

function nameOf({ identity, url, guid }: SourceStory): string | undefined {
  if (identity !== undefined) return `own:${identity}`
  if (url !== null && /^https?:/i.test(url)) return `url:${url}`
  return guid === undefined ? undefined : `guid:${guid}`
}

// An index of PostgreSQL holds entries of at most 2,704 bytes.
const longestKey = 1000
const longestAddress = 2000

/** Path and query of an old address, as a request for it will spell them; null where it points at a whole site, or is longer than any site's. */
function addressOf(url: string): string | null {
  if (!URL.canParse(url, 'http://old.invalid/')) return null
  const { pathname, search } = new URL(url, 'http://old.invalid/')
  const address = pathname + search
  return address === '/' || address.length > longestAddress ? null : address
}

// A story of the future in an old archive is a mistake of its clock: it was public, so it is released now.
function publishedAt(story: SourceStory, context: ItemContext): Date | null {
  const at = story.publishedAt ? new Date(story.publishedAt) : story.date ? context.startOfDay(story.date) : null
  if (at === null || Number.isNaN(at.getTime())) return null
  return at > context.now ? context.now : at
}
