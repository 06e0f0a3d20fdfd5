import { z } from 'zod'

import { HttpFailure } from '../problem.ts'

export const fieldsInput = z
  .string()
  .regex(/^\w+(?:,\w+)*$/)
  .max(500)
  .optional()
  .describe('Only these fields, by commas: `headline,summary`.')

/** Only what was asked for, of what a schema knows. */
export function sparse<Value extends object>(value: Value, fields: string | undefined, known: z.ZodObject): Partial<Value> {
  if (fields === undefined) return value
  const asked = fields.split(',')
  const unknown = asked.find((field) => !Object.hasOwn(known.shape, field))
  if (unknown !== undefined)
    throw new HttpFailure(422, 'unknown-field', `There is no field "${unknown}". There are: ${Object.keys(known.shape).join(', ')}.`)
  return Object.fromEntries(Object.entries(value).filter(([name]) => asked.includes(name))) as Partial<Value>
}
