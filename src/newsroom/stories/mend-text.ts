import { z } from 'zod'

import { bodyText } from './body-text.ts'
import { findPlaces } from './find-places.ts'
import type { Replacement } from './replace-in-body.ts'
import { replaceInBody } from './replace-in-body.ts'
import type { RevisionContent } from './story.ts'

// As long as those of comments.
const around = z.string().max(64)
const mend = z.object({
  field: z.enum(['headline', 'summary', 'body']),
  place: z.object({ exact: z.string().min(1).max(500), prefix: around, suffix: around }),
  by: z.string().min(1).max(500),
})
export const mendsSchema = z.array(mend).max(100)

/** What a check would have in the place of some words. */
export type Mend = z.infer<typeof mend>

/** A text with other words in some places; what is not there any more is left alone. */
export function mendText(content: RevisionContent, mends: readonly Mend[]): RevisionContent {
  const of = (field: Mend['field'], text: string) =>
    replacementsIn(
      text,
      mends.filter((one) => one.field === field),
    )
  return {
    ...content,
    headline: replaced(content.headline, of('headline', content.headline)),
    summary: replaced(content.summary, of('summary', content.summary)),
    body: replaceInBody(content.body, of('body', bodyText(content.body))),
  }
}

function replacementsIn(text: string, mends: readonly Mend[]): Replacement[] {
  const spans = findPlaces(
    text,
    mends.map(({ place }) => place),
  )
  return spans.flatMap((span, at) => (span ? [{ ...span, by: mends[at]?.by ?? '' }] : []))
}

function replaced(text: string, replacements: Replacement[]): string {
  return replacements
    .toSorted((a, b) => b.from - a.from)
    .reduce((said, { from, to, by }) => said.slice(0, from) + by + said.slice(to), text)
}
