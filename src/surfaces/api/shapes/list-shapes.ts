import { z } from 'zod'

import { changeOutcomes, storyChange } from '#newsroom/desk-lists/story-change.ts'
import { editionStates } from '#newsroom/stories/story.ts'

import { always } from '../fields.ts'
import { moment, shape } from './shape.ts'

export const viewShape = shape(
  'SavedView',
  z.object({
    id: always(z.uuid()),
    name: z.string(),
    query: z.string().describe('As the address of the list says what is asked.'),
    isShared: z.boolean(),
    by: z.string(),
    mayRemove: z.boolean(),
  }),
)

const change = z.object({ id: always(z.uuid()), by: z.string(), what: storyChange, begunAt: moment, undoneAt: moment.nullable() })

export const changeLineShape = change.extend({ stories: z.int() })

export const changeShape = shape(
  'StoryChange',
  change.extend({
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

export const deletedDraftShape = shape(
  'DeletedDraft',
  z.object({
    edition: always(z.uuid()),
    story: z.uuid(),
    isWholeStory: z.boolean().describe('It was the story’s only edition, and the story went with it.'),
    language: z.string(),
    headline: z.string(),
    section: z.uuid().nullable(),
    projects: z.array(z.uuid()),
    deletedAt: moment,
    deletedBy: z.string(),
    until: moment.describe('From then on it is gone for good.'),
    mayBringBack: z.boolean(),
  }),
)

export const matrixRowShape = shape(
  'MatrixRow',
  z.object({
    story: always(z.uuid()),
    editions: z.array(
      z.object({
        edition: z.uuid(),
        language: z.string(),
        headline: z.string(),
        state: z.enum(editionStates),
        hasDraftWaiting: z.boolean(),
        toCome: z.object({ at: moment, isEmbargoed: z.boolean() }).nullable(),
        owner: z.string(),
        source: z.uuid().nullable().describe('The edition that it was made from.'),
        stale: z.int(),
        waiting: z.int(),
        machine: z.int(),
      }),
    ),
    others: z.array(z.string()).describe('Languages of editions that one may not read.'),
  }),
)
