import { z } from 'zod'

import { lineOrNone, names, requiredWords, web } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'
import { slugInput } from '../register-input.ts'

export const organisationKinds = ['funder', 'government', 'igo', 'ngo', 'academia', 'private'] as const

export const organisationInput = z.object({
  slug: slugInput,
  name: requiredWords(300),
  acronym: lineOrNone(40),
  kind: z.enum(organisationKinds),
  country: z.string().max(120).nullable().default(null),
  site: web,
  /** IATI organisation identifier: registration agency and number, such as XI-IATI-EC_NEAR. */
  iatiIdentifier: lineOrNone(100),
  /** The last part of a ROR address. */
  rorIdentifier: z
    .string()
    .trim()
    .transform((text) => text.replace(/^https?:\/\/ror\.org\//, '') || null)
    .nullable()
    .default(null)
    .refine((id) => id === null || /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/.test(id), {
      message: 'a ROR identifier is written as in 03yrm5c26',
      params: { problem: 'no-ror' },
    }),
  alternativeNames: names,
})

/** Organisations: funders, partners, employers. */
export const organisationRegister = {
  name: 'organisations',
  kind: 'organisation',
  table: 'newsroom.organisation',
  key: 'id',
  title: 'name',
  input: organisationInput,
  fields: [
    { name: 'name', column: 'name', kind: 'words', longest: 300, isRequired: true },
    { name: 'acronym', column: 'acronym', kind: 'text', longest: 40 },
    { name: 'kind', column: 'kind', kind: 'choice', of: organisationKinds },
    { name: 'country', column: 'country', kind: 'one', of: 'places' },
    { name: 'site', column: 'site', kind: 'web' },
    { name: 'iatiIdentifier', column: 'iati_identifier', kind: 'text', longest: 100 },
    { name: 'rorIdentifier', column: 'ror_identifier', kind: 'text', longest: 50 },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
