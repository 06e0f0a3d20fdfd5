import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

import { slugInput } from '../register-input.ts'
import { textInput } from '../text-input.ts'
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

export const datelineSchema = z.strictObject({ place: textInput(120), date: day.nullable() })
export const correctionsSchema = z.array(z.object({ at: z.string(), note: z.string() }))

export const activitySchema = z.strictObject({
  // '' where nobody has said yet what happened; a check asks.
  type: textInput(80),
  name: textInput(300).nullable(),
  starts: day.nullable(),
  ends: day.nullable(),
  place: textInput(120).nullable(),
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
  headline: textInput(500),
  summary: textInput(5000),
  body: bodySchema,
  byline: textInput(300).nullable(),
  dateline: datelineSchema.nullable(),
  section: id.nullable(),
  projects: each(id, 50),
  places: each(textInput(120), 100),
  topics: each(id, 50),
  people: each(id, 50),
  activity: activitySchema.nullable(),
  searchTitle: textInput(200).nullable().default(null),
  searchDescription: textInput(500).nullable().default(null),
})

/** Parses content from outside; refuses with one line that names the first field at fault. */
export function parseRevisionContent(input: unknown): RevisionContent {
  const parsed = revisionContent.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? 'content'
  throw new Failure('invalid', 'bad-content', `The story cannot be saved: ${field}: ${issue?.message ?? 'not understood'}.`, {
    values: { field },
  })
}
