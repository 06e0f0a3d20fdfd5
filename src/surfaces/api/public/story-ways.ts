import { z } from 'zod'

import { storyPath } from '#newsroom/addresses/story-path.ts'
import { findAddress } from '#newsroom/live/find-address.ts'
import { findStory } from '#newsroom/live/find-story.ts'
import { listMatches } from '#newsroom/live/list-matches.ts'
import { listRiver } from '#newsroom/live/list-river.ts'
import { storyKinds } from '#newsroom/stories/story.ts'
import { api, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'
import { riverOf } from '#surfaces/ui/river-of.ts'

import { markedMoment } from '../cursor.ts'
import { HttpFailure } from '../problem.ts'
import { storyItemShape, storyShape } from '../shapes/public-shapes.ts'
import { publicList, publicWay } from './public-way.ts'
import { statementOf, storyItemOf, urlOf } from './story-item-of.ts'

const lang = z.string().max(35).optional().describe('A language of this newsroom; absent: its first.')
const slugs = z.string().max(300).optional()
const riverMark = z.object({ publishedAt: markedMoment, rank: z.int(), release: z.uuid() })
const atOnce = { usual: 20, most: 100 }

export const storyWays = [
  publicList({
    operation: 'listRiver',
    path: api.stories,
    summary: 'Released stories, newest first, narrowed as rivers are',
    query: z.object({
      lang,
      section: slugs.describe('A slug.'),
      project: slugs.describe('A slug.'),
      place: slugs.describe('A code: `md`, `143`, or `md-chisinau`.'),
      topic: slugs.describe('A slug.'),
      year: z
        .string()
        .regex(/^(?:19|20)\d\d$/)
        .optional(),
    }),
    mark: riverMark,
    atOnce,
    name: 'StoryList',
    item: storyItemShape,
    read: async (request, { after, limit, ...query }) => {
      const asked = riverOf({ ...request, path: routes.news, language: languageOf(request, query.lang) })
      if (!asked)
        throw new HttpFailure(422, 'unknown-facet', 'This newsroom has no such section, project, place or topic. See the lists of them.')
      const { items, next } = await listRiver(request.live, { ...asked, after, atMost: limit })
      return { items: items.map((item) => storyItemOf(request, item)), next }
    },
  }),
  publicWay({
    operation: 'findStory',
    path: api.story,
    summary: 'A released story. One that moved answers 301, one that was withdrawn 410.',
    params: z.object({ slug: z.string() }),
    query: z.object({ lang }),
    answer: storyShape,
    read: async (request, query) => {
      const { live, params } = request
      const spelled = { slug: params['slug'] ?? '', language: languageOf(request, query.lang) }
      const address = await findAddress(live, storyPath(spelled.slug, spelled.language, live.defaultLanguage), spelled)
      if (address.kind === 'moved') return { movedTo: `${link(api.story, { slug: address.slug })}?lang=${address.language}` }
      if (address.kind === 'gone') throw new HttpFailure(410, 'story-withdrawn', address.reason)
      if (address.kind === 'ended') throw new HttpFailure(410, 'story-ended', 'This story was before readers until its end.')
      const story = address.kind === 'lives' ? await findStory(live, address.release) : undefined
      if (!story) throw new HttpFailure(404, 'no-such-story', 'There is no such story in that language.')
      const editions = story.editions.map((edition) => ({ ...edition, url: urlOf(request, edition) }))
      const statements = story.statements.map((said) => statementOf(request, said))
      const kind = z.enum(storyKinds).parse(story.kind)
      return { value: { ...storyItemOf(request, story), ...story, kind, statements, editions } }
    },
  }),
  publicList({
    operation: 'listMatches',
    path: api.search,
    summary: 'Released stories that match words, the best first; where there are very many, the newest',
    query: z.object({ q: z.string().trim().min(1).max(200), lang }),
    mark: riverMark.extend({ match: z.string().nullable() }),
    atOnce,
    name: 'StoryList',
    item: storyItemShape,
    read: async (request, { q: words, lang: asked, after, limit }) => {
      const language = languageOf(request, asked)
      const { items, next } = await listMatches(request.live, { language, words, after, atMost: limit })
      return { items: items.map((item) => storyItemOf(request, item)), next }
    },
  }),
]

function languageOf({ live }: PageRequest, asked: string | undefined): string {
  const { languages } = live.registers.settings
  if (asked !== undefined && !languages.includes(asked))
    throw new HttpFailure(422, 'unknown-language', `This newsroom does not speak "${asked}". It speaks: ${languages.join(', ')}.`)
  return asked ?? live.defaultLanguage
}
