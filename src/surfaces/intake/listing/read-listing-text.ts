import { guessDayOrder } from '#lib/day-order.ts'
import { createDateReader } from '#lib/world-dates.ts'

import type { Skipped, SourceStory } from '../source-story.ts'
import { findItems } from './find-items.ts'
import { linesOfText } from './page-line.ts'

/** The stories of a text dump of a news listing; none where the text is no listing. */
export function readListingText(text: string, { language }: { language?: string }): { stories: SourceStory[]; skipped: Skipped[] } {
  const order = guessDayOrder(text, language)
  return findItems(linesOfText(text), createDateReader({ order, ...(language && { language }) }))
}
