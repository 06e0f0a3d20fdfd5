import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { isoMoment } from '#lib/iso-moment.ts'

import { storableJson } from './guard/read-body.ts'

/** A moment in a cursor, of the years that every archive takes: whoever sends a cursor may have written it. */
export const markedMoment = z.iso.datetime().refine((text) => isoMoment(text) !== undefined)

/** Where a list goes on, as programs send it back: they need not understand it. */
export const writeMark = (mark: Record<string, unknown>): string => Buffer.from(JSON.stringify(mark)).toString('base64url')

/** Undefined where a list begins. */
export function readMark<Schema extends z.ZodType>(cursor: string | undefined, schema: Schema): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined
  const parsed = schema.safeParse(jsonIn(cursor))
  if (!parsed.success) throw new Failure('invalid', 'bad-cursor', 'This cursor is none of ours. Begin the list anew, without one.')
  return parsed.data
}

function jsonIn(cursor: string): unknown {
  try {
    return storableJson(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    return undefined
  }
}
