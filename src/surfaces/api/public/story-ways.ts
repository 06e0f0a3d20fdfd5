import { z } from 'zod'

import { storyPath } from '#newsroom/addresses/story-path.ts'
import { findAddress } from '#newsroom/live/find-address.ts'
import { findStory } from '#newsroom/live/find-story.ts'
import { listRiver } from '#newsroom/live/list-river.ts'
import { searchStories } from '#newsroom/live/search-stories.ts'
import { storyKinds } from '#newsroom/stories/story.ts'
import { api, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'
import { riverOf } from '#surfaces/ui/river-of.ts'

import { markedMoment, readMark, writeMark } from '../cursor.ts'
import { HttpFailure } from '../problem.ts'
import { storyItemShape, storyListShape, storyShape } from '../shapes/public-shapes.ts'
import { cursorInput } from '../shapes/shape.ts'
import { publicWay } from './public-way.ts'
import { fieldsInput, sparse } from './sparse.ts'
import { statementOf, storyItemOf, urlOf } from './story-item-of.ts'

const lang = z.string().max(35).optional().describe('A language of this newsroom; absent: its first.')
const slugs = z.string().max(300).optional()
const limit = z.coerce.number().int().min(1).max(100).default(20)

const riverMark = z.object({
  publishedAt: markedMoment,
  rank: z
    .int()
    .min(-(2 ** 31))
    .max(2 ** 31 - 1),
  release: z.uuid(),
})
const pageMark = z.object({ page: z.int().min(2).max(10_000) })

export const storyWays = [
  publicWay({
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
      limit,
      cursor: cursorInput,
      fields: fieldsInput,
    }),
    answer: storyListShape,
    read: async (request, query) => {
      const asked = riverOf({ ...request, path: routes.news, language: languageOf(request, query.lang) })
      if (!asked)
        throw new HttpFailure(422, 'unknown-facet', 'This newsroom has no such section, project, place or topic. See the lists of them.')
      const mark = readMark(query.cursor, riverMark)
      const after = mark && { ...mark, publishedAt: new Date(mark.publishedAt) }
      const { items, next } = await listRiver(request.live, { ...asked, after, atMost: query.limit })
      const cursor = next ? writeMark(next) : null
      return {
        value: { items: items.map((item) => sparse(storyItemOf(request, item), query.fields, storyItemShape)), next: cursor },
        next: cursor,
      }
    },
  }),
  publicWay({
    operation: 'findStory',
    path: api.story,
    summary: 'A released story. One that moved answers 301, one that was withdrawn 410.',
    params: z.object({ slug: z.string() }),
    query: z.object({ lang, fields: fieldsInput }),
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
      return { value: sparse({ ...storyItemOf(request, story), ...story, kind, statements, editions }, query.fields, storyShape) }
    },
  }),
  publicWay({
    operation: 'searchStories',
    path: api.search,
    summary: 'Released stories that match words, the best first, twenty at a time',
    query: z.object({ q: z.string().trim().min(1).max(200), lang, cursor: cursorInput, fields: fieldsInput }),
    answer: storyListShape,
    read: async (request, query) => {
      const { page = 1 } = readMark(query.cursor, pageMark) ?? {}
      const found = await searchStories(request.live, languageOf(request, query.lang), query.q, page)
      const cursor = found.page < found.pages ? writeMark({ page: found.page + 1 }) : null
      return {
        value: { items: found.items.map((item) => sparse(storyItemOf(request, item), query.fields, storyItemShape)), next: cursor },
        next: cursor,
      }
    },
  }),
]

function languageOf({ live }: PageRequest, asked: string | undefined): string {
  const { languages } = live.registers.settings
  if (asked !== undefined && !languages.includes(asked))
    throw new HttpFailure(422, 'unknown-language', `This newsroom does not speak "${asked}". It speaks: ${languages.join(', ')}.`)
  return asked ?? live.defaultLanguage
}
