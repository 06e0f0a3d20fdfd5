import { z } from 'zod'

import { changeOutcomes, storyChange } from '#newsroom/desk-lists/story-change.ts'

import { moment, shape } from './shape.ts'

export const viewsShape = shape(
  'ViewList',
  z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        query: z.string().describe('As the address of the list says what is asked.'),
        isShared: z.boolean(),
        by: z.string(),
        mayRemove: z.boolean(),
      }),
    ),
  }),
)

export const changeShape = shape(
  'StoryChange',
  z.object({
    id: z.uuid(),
    by: z.string(),
    what: storyChange,
    begunAt: moment,
    undoneAt: moment.nullable(),
    mayUndo: z.boolean(),
    items: z.array(
      z.object({
        edition: z.uuid(),
        headline: z.string(),
        language: z.string(),
        outcome: z.enum(changeOutcomes),
        reason: z.string().nullable().describe('The code of why it was left, or why it waits.'),
      }),
    ),
  }),
)
