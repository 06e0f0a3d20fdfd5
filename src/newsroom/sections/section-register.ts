import { z } from 'zod'

import { names, requiredWords } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'
import { slugInput } from '../register-input.ts'

export const sectionInput = z.object({
  slug: slugInput,
  name: requiredWords(200),
  position: z.int().min(-10_000).max(10_000).default(0),
  needsSecondPair: z.boolean().default(false),
  alternativeNames: names,
})

/** Sections: the labels above headlines, in the order in which readers meet them. */
export const sectionRegister = {
  name: 'sections',
  kind: 'section',
  table: 'newsroom.section',
  key: 'id',
  title: 'name',
  input: sectionInput,
  fields: [
    { name: 'name', column: 'name', kind: 'words', longest: 200, isRequired: true },
    { name: 'position', column: 'position', kind: 'number', least: -10_000, most: 10_000, isWhole: true, isRequired: true },
    { name: 'needsSecondPair', column: 'needs_second_pair', kind: 'tick' },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
