import { z } from 'zod'

/** Where a text says it: offsets in UTF-16 code units, `to` exclusive. */
const passageSchema = z.object({ field: z.enum(['headline', 'summary']), from: z.number().int(), to: z.number().int() })

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What a text seems to say, until an editor accepts or refuses it. A `slug` or `code` is null where no register has the thing yet. */
export const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), slug: z.string().nullable(), name: z.string(), passage: passageSchema }),
  z.object({
    kind: z.literal('place'),
    code: z.string().nullable(),
    name: z.string(),
    within: z.string().nullable(),
    passage: passageSchema,
  }),
  z.object({ kind: z.literal('activity-dates'), starts: day, ends: day, passage: passageSchema }),
])

export type Suggestion = z.infer<typeof suggestionSchema>
export type Passage = z.infer<typeof passageSchema>

/** The text that suggestions are read from, with the day on which it was released, which gives its dates their year. */
export type SuggestionText = { headline: string; summary: string; language: string; date: string | null }
