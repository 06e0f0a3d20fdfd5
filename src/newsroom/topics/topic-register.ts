import { z } from 'zod'

import { names, requiredWords } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'
import { slugInput } from '../register-input.ts'

export const topicInput = z.object({
  slug: slugInput,
  name: requiredWords(200),
  within: z.uuid().nullable().default(null),
  alternativeNames: names,
})

/** Topics: a tree. */
export const topicRegister = {
  name: 'topics',
  kind: 'topic',
  table: 'newsroom.topic',
  key: 'id',
  title: 'name',
  input: topicInput,
  fields: [
    { name: 'name', column: 'name', kind: 'words', longest: 200, isRequired: true },
    { name: 'within', column: 'within', kind: 'one', of: 'topics' },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
