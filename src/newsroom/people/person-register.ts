import { z } from 'zod'

import { names, requiredWords, words } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'
import { slugInput } from '../register-input.ts'

export const personInput = z.object({
  slug: slugInput,
  name: requiredWords(200),
  role: words(300),
  organisation: z.uuid().nullable().default(null),
  isPublic: z.boolean().default(true),
  alternativeNames: names,
})

/** People whom stories are about; their names are written in each language's script. */
export const personRegister = {
  name: 'people',
  kind: 'person',
  table: 'newsroom.person',
  key: 'id',
  title: 'name',
  input: personInput,
  fields: [
    { name: 'name', column: 'name', kind: 'words', longest: 200, isRequired: true },
    { name: 'role', column: 'role', kind: 'words', longest: 300 },
    { name: 'organisation', column: 'organisation_id', kind: 'one', of: 'organisations' },
    { name: 'isPublic', column: 'is_public', kind: 'tick' },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
