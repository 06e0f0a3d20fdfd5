import { z } from 'zod'

import { inlines } from '#newsroom/stories/body.ts'
import { bodyKinds, fieldKinds } from '#newsroom/stories/passages/passage.ts'

import { always } from '../fields.ts'
import { inlinesOut, shape } from './shape.ts'

const id = z.int().min(1).describe('The passage’s name within the translation, for good.')
const kind = z.enum([...fieldKinds, ...bodyKinds])

export const sideBySideShape = shape(
  'SideBySide',
  z.object({
    edition: always(z.uuid()),
    source: always(z.uuid().describe('The edition that it is made from.')),
    revision: z.int(),
    sourceRevision: z.int(),
    passages: z.array(
      z.object({
        id: id.nullable(),
        kind: kind.nullable(),
        status: z.enum(['waiting', 'machine', 'done', 'stale', 'added', 'removed']).nullable(),
        source: inlinesOut.nullable(),
        target: inlinesOut.nullable(),
      }),
    ),
  }),
)

const sourceRevision = z.int().min(1).describe('As the side by side said.')

export const structureInput = shape('StructureTaken', z.object({ sourceRevision }))
export const doneInput = shape('PassagesDone', z.object({ sourceRevision, passages: z.union([z.literal('all'), z.array(id).max(10_000)]) }))
export const writtenInput = shape(
  'PassagesWritten',
  z.object({ sourceRevision, written: z.array(z.object({ id, words: inlines })).max(10_000), done: z.array(id).max(10_000).default([]) }),
)

const text = z
  .string()
  .min(1)
  .max(2 * 1024 * 1024)
  .describe('XLIFF 2.1.')
export const xliffShape = shape('Xliff', z.object({ text: z.string(), from: z.string(), to: z.string() }))
export const xliffInput = shape('XliffInput', z.object({ text }))
export const xliffTaking = shape(
  'XliffTaking',
  z.object({
    text,
    name: z.string().trim().min(1).max(120).describe('Of the revisions that it makes.'),
    takesRest: z
      .boolean()
      .default(false)
      .describe('Leave what changed here since as it is, and take the rest; otherwise nothing is taken.'),
  }),
)
export const xliffPlanShape = shape(
  'XliffPlan',
  z.object({
    items: z.array(
      z.object({
        edition: z.uuid(),
        headline: z.string(),
        from: z.string(),
        to: z.string(),
        confirmed: z.int(),
        changes: z.array(z.object({ id: z.int(), kind, parts: z.array(z.looseObject({})) })),
        held: z.array(
          z.object({
            id: z.int(),
            kind: kind.nullable(),
            words: z.string(),
            line: z.int(),
            why: z.enum(['source changed', 'translation changed']),
          }),
        ),
      }),
    ),
  }),
)
export const xliffTakenShape = shape('XliffTaken', z.object({ items: z.array(z.object({ edition: z.uuid(), revision: z.int() })) }))
export const filledShape = shape('Filled', z.object({ passages: z.int() }))
