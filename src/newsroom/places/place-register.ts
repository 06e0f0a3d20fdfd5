import { z } from 'zod'

import { names, words } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'

export const placeKinds = ['country', 'region', 'city'] as const

const shapes = {
  country: /^[A-Z]{2}$/,
  region: /^(\d{3}|EU|[A-Z][A-Z0-9]{2,11})$/,
  city: /^city\/[A-Z]{2}\/[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u,
}

export const placeInput = z
  .object({
    /** ISO 3166-1 alpha-2, UN M49, a code of one's own, or `city/{country}/{name}`. It is the place's address, and never changes. */
    slug: z.string().trim().max(120),
    kind: z.enum(placeKinds),
    within: z.string().max(120).nullable().default(null),
    name: words(200),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    longitude: z.number().min(-180).max(180).nullable().default(null),
    alternativeNames: names,
  })
  .refine(({ slug, kind }) => shapes[kind].test(slug), {
    path: ['code'],
    message: 'a country is MD, a region 150 or a name of your own in capitals such as WB6, a city city/MD/balti',
    params: { problem: 'no-code' },
  })
  .refine(({ kind, name }) => kind !== 'city' || Object.keys(name).length > 0, {
    path: ['name'],
    message: 'say it in one language at least',
    params: { problem: 'missing' },
  })
  .refine(({ slug, kind, within }) => kind !== 'city' || within === slug.split('/')[1], {
    path: ['within'],
    message: 'a city lies within the country of its code',
    params: { problem: 'city-elsewhere' },
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['longitude'],
    message: 'give both or none',
    params: { problem: 'half-a-point' },
  })

/** Places: the world's regions and countries as CLDR names them, unless the house does, and the newsroom's own regions and cities. */
export const placeRegister = {
  name: 'places',
  kind: 'place',
  table: 'newsroom.place',
  key: 'code',
  title: 'name',
  input: placeInput,
  fields: [
    { name: 'kind', column: 'kind', kind: 'choice', of: placeKinds },
    { name: 'within', column: 'within', kind: 'one', of: 'places' },
    { name: 'name', column: 'name', kind: 'words', longest: 200 },
    { name: 'latitude', column: 'latitude', kind: 'number', least: -90, most: 90 },
    { name: 'longitude', column: 'longitude', kind: 'number', least: -180, most: 180 },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
