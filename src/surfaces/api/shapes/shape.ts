import { z } from 'zod'

import type { Body } from '#newsroom/stories/body.ts'
import type { Inline } from '#newsroom/stories/body.ts'
import { bodySchema, inlines } from '#newsroom/stories/body.ts'

/** The names under which the description has schemas. */
export const shapeNames = z.registry<{ name: string }>()

/** What one of several schemas will ask, once it is known which. */
export const alternatives = new Map<unknown, readonly z.ZodType[]>()

/** Gives a schema a name in the description. */
export function shape<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  shapeNames.add(schema, { name })
  return schema
}

/** A moment: a Date here, RFC 3339 outside. */
export const moment = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime())

/** A moment that is sent to us. */
export const sentMoment = z.iso
  .datetime({ offset: true })
  .refine((text) => Number(text.slice(0, 4)) > 0, 'a year from 0001 on')
  .transform((text) => new Date(text))

export const day = z.iso.date()
export const texts = z.record(z.string(), z.string()).describe('By language (BCP 47).')
export const language = z.string().min(2).max(35).describe('A language of this newsroom (BCP 47).')

/** A body on its way out: it was parsed when it was saved. */
export const bodyOut = z.custom<Body>((value) => typeof value === 'object' && value !== null)

shapeNames.add(bodySchema, { name: 'Body' })
shapeNames.add(bodyOut, { name: 'Body' })

/** The words of a passage, on their way out too. */
export const inlinesOut = z.custom<Inline[]>((value) => Array.isArray(value))
shapeNames.add(inlines, { name: 'Inlines' })
shapeNames.add(inlinesOut, { name: 'Inlines' })

/** A list of which there is more while `next` is not null. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('Send it as `cursor` to go on; null at the end.') })

/** A logo or an emblem on its way in. */
export const drawingInput = shape('Drawing', z.object({ bytes: z.base64().max(280_000).describe('An SVG or PNG of at most 200 kB.') }))
