import { z } from 'zod'

import type { RegisterName } from '#newsroom/entries/field.ts'
import { registerNames } from '#newsroom/entries/field.ts'
import { registers } from '#newsroom/registers/registers.ts'

import { always } from '../fields.ts'
import { alternatives, moment, shape, shapeNames } from './shape.ts'

const names = {
  sections: 'SectionEntry',
  projects: 'ProjectEntry',
  organisations: 'OrganisationEntry',
  places: 'PlaceEntry',
  topics: 'TopicEntry',
  people: 'PersonEntry',
} as const satisfies Record<RegisterName, string>

for (const name of registerNames) shape(names[name], registers[name].input)

/** What an entry says; which of the six it must be follows from the register, whose own schema the operation asks. */
export const entryInput = z.record(z.string(), z.unknown())
shapeNames.add(entryInput, { name: 'Entry' })
alternatives.set(
  entryInput,
  registerNames.map((name) => registers[name].input),
)

export const entryLineShape = shape(
  'EntryLine',
  z.object({
    id: always(z.string()),
    slug: z.string(),
    name: z.string(),
    acronym: z.string().nullable(),
    otherNames: z.array(z.string()),
    isArchived: z.boolean(),
    kind: z.string().nullable(),
  }),
)

export const heldEntryShape = shape(
  'HeldEntry',
  z.object({
    id: always(z.string().describe('A place’s is its code.')),
    version: z.int(),
    archivedAt: moment.nullable(),
    mergedInto: z.string().nullable(),
    entry: z.looseObject({ slug: z.string() }),
  }),
)

export const addedShape = shape('AddedEntry', z.object({ id: z.string() }))
export const tableShape = shape('Table', z.object({ csv: z.string() }))

const cells = z.array(z.object({ header: z.string(), before: z.string(), after: z.string() }))
export const planShape = shape(
  'TablePlan',
  z.object({
    hash: z.string().describe('Send it as `agreed` to have exactly this done.'),
    added: z.array(z.object({ line: z.int(), cells })),
    changed: z.array(z.object({ line: z.int(), id: z.string(), fields: z.array(z.string()), cells })),
    unchanged: z.int(),
    refused: z.array(z.object({ line: z.int(), reason: z.string() })),
    untold: z
      .int()
      .describe('How many of the rows added and changed have no `cells` here, as there are too many to tell; they are brought in too.'),
  }),
)
