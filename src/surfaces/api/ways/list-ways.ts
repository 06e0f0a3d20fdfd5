import { z } from 'zod'

import { listEditions } from '#newsroom/desk-lists/list-editions.ts'
import { listOrders } from '#newsroom/desk-lists/list-query.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { listTranslations } from '#newsroom/translations/list-translations.ts'
import { api } from '#src/routes.ts'

import { listWay } from '../list-way.ts'
import { lineItemShape } from '../shapes/desk-shapes.ts'
import { matrixRowShape } from '../shapes/list-shapes.ts'
import { language, sentMoment } from '../shapes/shape.ts'
import { given } from './params.ts'

const yes = z.enum(['true', 'false']).optional()

const listQuery = z.object({
  state: z.enum(editionStates).optional(),
  text: z.string().min(1).max(200).optional().describe('Words of drafts and of what readers see.'),
  language: language.optional(),
  section: z.uuid().or(z.literal('none')).optional(),
  project: z.uuid().optional(),
  place: z.string().min(1).max(120).optional().describe('A code.'),
  topic: z.uuid().optional(),
  person: z.uuid().optional().describe('Whom it is about.'),
  organisation: z.uuid().optional().describe('Who organised what it tells of, or took part as a partner.'),
  assignee: z.uuid().optional(),
  author: z.uuid().optional(),
  releasedFrom: sentMoment.optional().describe('First released then or later.'),
  releasedBefore: sentMoment.optional(),
  own: yes.describe('Only what one has filed oneself.'),
  stale: yes.describe('Only what has not followed its source.'),
  order: z.enum(listOrders).default('saved').describe('`match` is for lists that `text` narrows.'),
})

const matrixQuery = z.object({
  releasedIn: language.optional().describe('Stories that readers have in this language …'),
  behindIn: language.optional().describe('… and whose edition in this one is behind its source, or is not there.'),
  behind: z.enum(['stale', 'missing', 'either']).optional(),
  section: z.uuid().optional(),
  project: z.uuid().optional(),
  owner: z.string().min(1).max(200).optional().describe('Who has it to do, else who wrote in it last; by name.'),
})

export const listWays = [
  listWay({
    operation: 'listEditions',
    path: api.editions,
    tag: 'editions',
    summary: 'The editions that one may read',
    scope: 'read',
    asks: 'readStory',
    query: listQuery,
    name: 'EditionList',
    item: lineItemShape,
    mark: z.object({ key: z.string(), edition: z.uuid() }),
    atOnce: { usual: 30, most: 100 },
    handle: async ({ newsroom, by, query: { own, stale, section, ...query }, after, limit }) => {
      const asked = given({
        ...query,
        section: section === 'none' ? null : section,
        isOwn: own && own === 'true',
        isStale: stale && stale === 'true',
        after,
      })
      const { lines, next } = await listEditions(newsroom.db.writer, by, { ...asked, atMost: limit }, newsroom.clock.now())
      return { items: lines, next }
    },
  }),
  listWay({
    operation: 'listTranslations',
    path: api.matrix,
    tag: 'translations',
    summary: 'Stories by language, last filed first: who has which edition, and how far each follows its source',
    scope: 'read',
    asks: 'readStory',
    query: matrixQuery,
    name: 'TranslationMatrix',
    item: matrixRowShape,
    mark: z.object({ story: z.uuid() }),
    atOnce: { usual: 30, most: 100 },
    handle: async ({ newsroom, by, query, after, limit }) => {
      const asked = { ...given({ ...query, before: after?.story }), atMost: limit }
      const { rows, next } = await listTranslations(newsroom.db.writer, by, asked, newsroom.clock.now())
      const items = rows.map(({ story, cells }) => ({
        story,
        editions: cells.filter(({ mayRead }) => mayRead),
        others: cells.flatMap(unread),
      }))
      return { items, next: next === undefined ? undefined : { story: next } }
    },
  }),
]

/** Of an edition that one may not read, one knows that it is there. */
const unread = ({ mayRead, language: spoken }: { mayRead: boolean; language: string }): string[] => (mayRead ? [] : [spoken])
