import { z } from 'zod'

import { slugInput } from '#newsroom/register-input.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { api } from '#src/routes.ts'

import { madeShape } from '../shapes/desk-shapes.ts'
import { sentMoment, shape } from '../shapes/shape.ts'
import { done, way } from '../way.ts'
import { ofEdition } from './params.ts'

const words = z.string().trim().min(1).max(2000)

const release = z.object({
  revision: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .describe('An earlier one than If-Match names.'),
  at: sentMoment.optional().describe('A moment to come; absent: now.'),
  until: sentMoment.optional().describe('When readers cease to see it; absent: never.'),
  isEmbargoed: z.boolean().default(false),
  aloneBecause: words.optional().describe('Why it goes out without a second person, where its section wants one.'),
})

/** What is absent is not said. */
function releaseOf(edition: string, match: number, { at, until, aloneBecause, revision = match, isEmbargoed }: z.infer<typeof release>) {
  return {
    edition,
    latest: match,
    revision,
    isEmbargoed,
    ...(at && { at }),
    ...(until && { until }),
    ...(aloneBecause && { aloneBecause }),
  }
}

export const releaseWays = [
  way({
    operation: 'planRelease',
    method: 'PUT',
    path: api.plan,
    tag: 'releases',
    summary: 'Say when a text should go out; null takes the wish back',
    scope: 'write',
    params: ofEdition,
    body: shape('Plan', z.object({ at: sentMoment.nullable() })),
    handle: async ({ newsroom, by, params, body }) => {
      await planRelease(newsroom, by, { ...params, ...body })
      return done
    },
  }),
  way({
    operation: 'releaseStory',
    method: 'POST',
    path: api.release,
    tag: 'releases',
    summary: 'Put the revision that If-Match names before readers, now or at a time',
    scope: 'release',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Release', release),
    answer: madeShape,
    handle: async ({ newsroom, by, params, body, match }) => ({
      value: { id: await releaseStory(newsroom, by, releaseOf(params.edition, match, body)) },
    }),
  }),
  way({
    operation: 'correctStory',
    method: 'POST',
    path: api.corrections,
    tag: 'releases',
    summary: 'Release with a public note that says what was wrong',
    scope: 'release',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Correction', release.extend({ correction: words })),
    answer: madeShape,
    handle: async ({ newsroom, by, params, body, match }) => ({
      value: {
        id: await correctStory(newsroom, by, { ...releaseOf(params.edition, match, body), correction: body.correction }),
      },
    }),
  }),
  way({
    operation: 'withdrawStory',
    method: 'DELETE',
    path: api.release,
    tag: 'releases',
    summary: 'Take an edition from readers; its addresses answer 410 with the reason',
    scope: 'release',
    params: ofEdition,
    query: z.object({ reason: words.describe('Readers see it.') }),
    handle: async ({ newsroom, by, params, query }) => {
      await withdrawStory(newsroom, by, { ...params, ...query })
      return done
    },
  }),
  way({
    operation: 'callOffRelease',
    method: 'DELETE',
    path: api.schedule,
    tag: 'releases',
    summary: 'Call off what is scheduled; what readers see meanwhile stays',
    scope: 'release',
    params: ofEdition,
    handle: async ({ newsroom, by, params }) => {
      await callOffRelease(newsroom, by, params)
      return done
    },
  }),
  way({
    operation: 'changeSlug',
    method: 'PUT',
    path: api.slug,
    tag: 'releases',
    summary: 'Give a released edition a new address; the old one answers 301 for ever',
    scope: 'release',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Slug', z.object({ slug: slugInput })),
    handle: async ({ newsroom, by, params, body, match }) => {
      await changeSlug(newsroom, by, { ...params, ...body, latest: match })
      return done
    },
  }),
]
