import { z } from 'zod'

import { faultsOf, RefusedInput } from '../refused-input.ts'
import { slugInput } from '../register-input.ts'
import { lineInput } from '../text-input.ts'
import { bodySchema } from './body.ts'
import { storyKinds } from './story.ts'
import type { RevisionContent } from './story.ts'

const day = z.iso.date()
/** As the archive writes it. */
const id = z.uuid().toLowerCase()
/** What is named twice is named once. */
const each = (one: z.ZodType<string, string>, most: number) =>
  z
    .array(one)
    .max(most)
    .overwrite((all) => [...new Set(all)])

export const datelineSchema = z.strictObject({ place: lineInput(120), date: day.nullable() })
export const correctionsSchema = z.array(z.object({ at: z.string(), note: z.string() }))

export const activitySchema = z.strictObject({
  // '' where nobody has said yet what happened; a check asks.
  type: lineInput(80),
  name: lineInput(300).nullable(),
  starts: day.nullable(),
  ends: day.nullable(),
  place: lineInput(120).nullable(),
  isOnline: z.boolean(),
  organisers: each(id, 50),
  partners: each(id, 50),
  participants: z.int().nonnegative().nullable(),
})

/** What a revision must be, whoever saves it: desk, API or intake. */
export const revisionContent = z.strictObject({
  kind: z.enum(storyKinds),
  // A draft may still lack its headline and address; readers never see one without.
  slug: z.union([z.literal(''), slugInput]),
  headline: lineInput(500),
  summary: lineInput(5000),
  body: bodySchema,
  byline: lineInput(300).nullable(),
  dateline: datelineSchema.nullable(),
  section: id.nullable(),
  projects: each(id, 50),
  places: each(lineInput(120), 100),
  topics: each(id, 50),
  people: each(id, 50),
  activity: activitySchema.nullable(),
  searchTitle: lineInput(200).nullable().default(null),
  searchDescription: lineInput(500).nullable().default(null),
})

/** Parses content from outside; refuses with all that is wrong, and one line that names the first field at fault. */
export function parseRevisionContent(input: unknown): RevisionContent {
  const parsed = revisionContent.safeParse(input)
  if (parsed.success) return parsed.data
  throw new RefusedInput('bad-content', 'The story cannot be saved', faultsOf(parsed.error.issues))
}

const referring = revisionContent.pick({ section: true, projects: true, places: true, topics: true, people: true, activity: true })
export type Referring = z.output<typeof referring>

/** What the archive's own content refers to, where what it says is not asked. */
export const parseReferences = (stored: unknown): Referring => referring.parse(stored)
