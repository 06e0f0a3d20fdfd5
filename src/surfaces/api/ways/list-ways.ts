import { z } from 'zod'

import { listEditions } from '#newsroom/desk-lists/list-editions.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { api } from '#src/routes.ts'

import { readMark, writeMark } from '../cursor.ts'
import { linesShape } from '../shapes/desk-shapes.ts'
import { cursorInput, language } from '../shapes/shape.ts'
import { way } from '../way.ts'
import { given } from './params.ts'

/** The key of a list is a moment as the archive writes it. */
const mark = z.object({
  key: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+\d\d$/)
    .refine(isMoment),
  edition: z.uuid(),
})

const yes = z.enum(['true', 'false']).optional()

const listQuery = z.object({
  state: z.enum(editionStates).optional(),
  text: z.string().min(1).max(200).optional().describe('Words of drafts and of what readers see.'),
  language: language.optional(),
  section: z.uuid().optional(),
  project: z.uuid().optional(),
  place: z.string().min(1).max(120).optional().describe('A code.'),
  topic: z.uuid().optional(),
  assignee: z.uuid().optional(),
  author: z.uuid().optional(),
  own: yes.describe('Only what one has filed oneself.'),
  stale: yes.describe('Only what has not followed its source.'),
  order: z.enum(['saved', 'released']).default('saved'),
  cursor: cursorInput,
})

export const listWays = [
  way({
    operation: 'listEditions',
    method: 'GET',
    path: api.editions,
    tag: 'editions',
    summary: 'The editions that one may read',
    scope: 'read',
    asks: 'readStory',
    query: listQuery,
    answer: linesShape,
    handle: async ({ newsroom, by, query: { cursor, own, stale, ...query } }) => {
      const asked = given({ ...query, isOwn: own && own === 'true', isStale: stale && stale === 'true', after: readMark(cursor, mark) })
      const { lines, next } = await listEditions(newsroom.db.writer, by, asked, newsroom.clock.now())
      return { value: { items: lines, next: next ? writeMark(next) : null } }
    },
  }),
]

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(`${text.replace(' ', 'T')}:00`).epochMilliseconds > 0
  } catch {
    return false
  }
}
