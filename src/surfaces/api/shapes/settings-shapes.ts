import { z } from 'zod'

import { drawingSchema } from '#newsroom/drawings/drawing.ts'
import { addressAnswers } from '#newsroom/old-addresses/try-address.ts'
import { footerSchema, navigationSchema } from '#newsroom/settings/settings-input.ts'

import { always } from '../fields.ts'
import { moment, shape, texts } from './shape.ts'

export const settingsShape = shape(
  'Settings',
  z.object({
    version: z.int(),
    name: texts,
    tagline: texts,
    languages: z.array(z.string()).describe('The first is the default one.'),
    timeZone: z.string(),
    accent: z.string(),
    navigation: navigationSchema.describe('Null: all news, every section and the projects.'),
    footer: footerSchema,
    logo: drawingSchema.nullable(),
  }),
)

export const oldAddressShape = shape(
  'HeldOldAddress',
  z.object({
    path: always(z.string()),
    target: z.string().nullable().describe('Where it leads; null where it leads to a story, wherever that is.'),
    edition: z.uuid().nullable(),
    headline: z.string().nullable(),
    addedBy: z.string(),
    addedAt: moment,
  }),
)

export const triedShape = shape(
  'TriedAddress',
  z.object({
    path: always(z.string()),
    kind: z.enum(addressAnswers).describe('`none`: this is no address at all.'),
    location: z.string().optional(),
    byHand: oldAddressShape.optional(),
  }),
)

export const missedAddressShape = shape(
  'MissedAddress',
  z.object({ path: always(z.string()), hits: z.int(), firstAt: moment, lastAt: moment }),
)

export const actShape = shape(
  'Act',
  z.object({
    id: always(z.uuid()),
    at: moment,
    member: z.uuid().nullable(),
    by: z.string(),
    act: z.string().describe('The operation, by its name.'),
    kind: z.string(),
    object: z.string(),
    name: z.string().describe('What it was called then.'),
    details: z.unknown(),
    surface: z.string(),
    address: z.string().nullable(),
  }),
)
