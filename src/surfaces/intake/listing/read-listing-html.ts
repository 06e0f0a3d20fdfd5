import { guessDayOrder } from '#lib/day-order.ts'
import { createDateReader } from '#lib/world-dates.ts'

import type { Skipped, SourceStory } from '../source-story.ts'
import { findItems } from './find-items.ts'
import { linesOfHtml } from './lines-of-html.ts'

/** The stories of an HTML page that lists news; none where the page is no listing. Addresses are absolute where `baseUrl` allows. */
export function readListingHtml(
  html: string,
  { language, baseUrl }: { language?: string; baseUrl?: string },
): { stories: SourceStory[]; skipped: Skipped[] } {
  const lines = linesOfHtml(html)
  const order = guessDayOrder(lines.map(({ text }) => text).join('\n'), language)
  const { stories, skipped } = findItems(lines, createDateReader({ order, ...(language && { language }) }))
  return { stories: stories.map((story) => ({ ...story, url: absolute(story.url, baseUrl) })), skipped }
}

function absolute(url: string | null, baseUrl: string | undefined): string | null {
  return url && baseUrl && URL.canParse(url, baseUrl) ? new URL(url, baseUrl).href : url
}
