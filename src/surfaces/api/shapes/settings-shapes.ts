import { z } from 'zod'

import { footerSchema, logoSchema, navigationSchema } from '#newsroom/settings/settings-input.ts'

import { listOf, moment, shape, texts } from './shape.ts'

export const settingsShape = shape(
  'Settings',
  z.object({
    name: texts,
    tagline: texts,
    languages: z.array(z.string()).describe('The first is the default one.'),
    timeZone: z.string(),
    accent: z.string(),
    navigation: navigationSchema.describe('Null: all news, every section and the projects.'),
    footer: footerSchema,
    logo: logoSchema,
  }),
)

export const oldAddressesShape = shape(
  'OldAddressList',
  listOf(
    z.object({
      path: z.string(),
      target: z.string().nullable().describe('Where it leads; null where it leads to a story, wherever that is.'),
      edition: z.uuid().nullable(),
      headline: z.string().nullable(),
      addedBy: z.string(),
      addedAt: moment,
    }),
  ),
)

export const missedAddressesShape = shape(
  'MissedAddressList',
  z.object({ items: z.array(z.object({ path: z.string(), hits: z.int(), firstAt: moment, lastAt: moment })) }),
)
