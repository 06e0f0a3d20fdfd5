import { z } from 'zod'

import { HttpFailure } from './problem.ts'

/** What a program can have of an answer by naming it in `fields`, and what comes whether it is named or not; of a list, of each thing in it. */
export type Fields = { all: readonly string[]; always: readonly string[]; isList: boolean }

const comesAlways = new WeakSet<z.ZodType>()

/** A field that says which thing this is, or where it is: it comes whatever was asked for. */
export function always<Schema extends z.ZodType>(schema: Schema): Schema {
  comesAlways.add(schema)
  return schema
}

/** The schemas of which a program may have less than all, with what comes always. */
export const sparseSchemas = new Map<unknown, readonly string[]>()

/** The fields of what a way answers. A list is what has things and the way to more of them, and nothing else. */
export function fieldsOf(answer: z.ZodType): Fields {
  const shape: Record<string, unknown> = answer instanceof z.ZodObject ? answer.shape : {}
  const { items, next: _next, ...rest } = shape
  const each = items instanceof z.ZodArray && Object.keys(rest).length === 0 && items.element
  const thing = each instanceof z.ZodObject ? each : answer
  const fields: [string, unknown][] = thing instanceof z.ZodObject ? Object.entries(thing.shape) : []
  const given = fields.flatMap(([name, schema]) => (schema instanceof z.ZodType && comesAlways.has(schema) ? [name] : []))
  sparseSchemas.set(thing, given)
  return { all: fields.map(([name]) => name), always: given, isList: thing !== answer }
}

/** The names in `fields`; undefined: all. What is no field is refused, and told which there are. */
export function askedFields(said: string | undefined, { all, always: given }: Fields): ReadonlySet<string> | undefined {
  if (said === undefined || said === '') return undefined
  const names = said.split(',')
  const unknown = names.find((name) => !all.includes(name))
  if (unknown !== undefined)
    throw new HttpFailure(422, 'unknown-field', `There is no field "${unknown.slice(0, 60)}". There are: ${all.join(', ')}.`)
  return new Set([...given, ...names])
}

/** An answer with only these fields. */
export function withOnly(answer: unknown, { isList }: Fields, asked: ReadonlySet<string> | undefined): unknown {
  if (!asked) return answer
  const only = (thing: unknown) => Object.fromEntries(Object.entries(Object(thing)).filter(([name]) => asked.has(name)))
  if (!isList) return only(answer)
  const list = listShape.parse(answer)
  return { ...list, items: list.items.map(only) }
}

const listShape = z.looseObject({ items: z.array(z.unknown()) })
