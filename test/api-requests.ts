import fc from 'fast-check'

import type { Description, Operation, Parameter } from '#surfaces/api/description/describe.ts'
import type { JsonSchema } from '#surfaces/api/description/json-schema.ts'

/** One request made up from the description; `wish` says how true to it. */
export type MadeRequest = {
  operation: Operation
  method: string
  path: string
  target: string
  headers: Record<string, string>
  body: string | undefined
}

/** Things that are there, by the name of the parameter that may name them. */
export type KnownThings = Readonly<Record<string, readonly string[]>>

type Schemas = Description['components']['schemas']

/** Requests for every operation alike: true to the description, nearly so, and not at all. */
export function anyRequest(description: Description, known: KnownThings): fc.Arbitrary<MadeRequest> {
  const { schemas } = description.components
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return fc.constantFrom(...operations).chain((of) => requestFor(of, schemas, known))
}

function requestFor(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  schemas: Schemas,
  known: KnownThings,
): fc.Arbitrary<MadeRequest> {
  const { parameters = [], requestBody } = operation
  const body = requestBody?.content['application/json']?.schema
  return fc
    .record({
      values: fc.tuple(...parameters.map((parameter) => parameterValue(parameter, schemas, known))),
      body: body ? anyBody(body, schemas, known) : fc.option(fc.constant('{}'), { nil: undefined, freq: 8 }),
      type: fc.oneof({ weight: 30, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constant('text/plain') }),
    })
    .map(({ values, body: text, type }) => {
      const said = parameters.flatMap((parameter, position) => {
        const value = values[position]
        return value === undefined ? [] : [{ parameter, value }]
      })
      const inQuery = said.filter(({ parameter }) => parameter.in === 'query').map(({ parameter, value }) => [parameter.name, value])
      const inHeader = said.filter(({ parameter }) => parameter.in === 'header').map(({ parameter, value }) => [parameter.name, value])
      const query = new URLSearchParams(inQuery).toString()
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(said.find(({ parameter }) => parameter.name === name)?.value.toWellFormed() ?? 'x'),
      )
      return {
        operation,
        method: method.toUpperCase(),
        path,
        target: `/api/v1${filled}${query && `?${query}`}`,
        headers: { ...Object.fromEntries(inHeader), ...(text !== undefined && { 'content-type': type }) },
        body: text,
      }
    })
}

const odd = fc.constantFrom('', ' ', '0', '-1', 'null', '\0', '../..', "';--", '%00', '💥', 'ر', '9'.repeat(40), 'x'.repeat(3000), '{}')

function parameterValue(parameter: Parameter, schemas: Schemas, known: KnownThings): fc.Arbitrary<string | undefined> {
  if (parameter.name === 'If-Match')
    return fc.oneof({ weight: 6, arbitrary: fc.constant('*') }, fc.constantFrom('"1"', '"1-abc"', 'x', undefined))
  if (parameter.name === 'Idempotency-Key') return fc.option(fc.constantFrom('a', 'b', 'ccc', 'd e'), { nil: undefined, freq: 3 })
  // A cursor that was made up is refused before anything else is looked at.
  if (parameter.name === 'cursor')
    return fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, odd, fc.constantFrom('e30', 'e30.e30'))
  const things = known[parameter.name]
  const written = valueOf(parameter.schema, schemas, known, 0).map((value) => String(value))
  const options: fc.WeightedArbitrary<string | undefined>[] = [
    { weight: 3, arbitrary: written },
    { weight: 1, arbitrary: odd },
  ]
  if (things) options.push({ weight: 16, arbitrary: fc.constantFrom(...things) })
  if (!parameter.required) options.push({ weight: 8, arbitrary: fc.constant(undefined) })
  return fc.oneof(...options)
}

function anyBody(schema: JsonSchema, schemas: Schemas, known: KnownThings): fc.Arbitrary<string | undefined> {
  const valid = valueOf(schema, schemas, known, 0)
  return fc.oneof(
    { weight: 12, arbitrary: valid.map((value) => JSON.stringify(value)) },
    {
      weight: 4,
      arbitrary: fc.tuple(valid, fc.nat(), fc.jsonValue()).map(([value, at, other]) => JSON.stringify(spoiled(value, at, other))),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '"\\u0000"', `{"a":${'['.repeat(400)}${']'.repeat(400)}}`, undefined) },
  )
}

/** The same with one of its fields taken away or put wrong. */
function spoiled(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return other
  const names = Object.keys(value)
  const name = names[at % Math.max(1, names.length)] ?? 'more'
  const rest = Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
  return at % 3 === 0 ? rest : { ...rest, [at % 3 === 1 ? name : 'unheardOf']: other }
}

const deepest = 5

function valueOf(schema: unknown, schemas: Schemas, known: KnownThings, depth: number): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object' || schema === null) return fc.jsonValue({ maxDepth: 1 })
  const { $ref, const: only, enum: choices, anyOf, oneOf, type } = schema as JsonSchema
  if (typeof $ref === 'string') return valueOf(schemas[$ref.split('/').at(-1) ?? ''], schemas, known, depth + 1)
  if (only !== undefined) return fc.constant(only)
  if (Array.isArray(choices)) return fc.constantFrom(...(choices as unknown[]))
  const several = anyOf ?? oneOf
  if (Array.isArray(several)) {
    // The first is the simplest, which is where a tree ends.
    const all = depth > deepest ? several.slice(0, 1) : several
    return fc.oneof(...all.map((one) => valueOf(one, schemas, known, depth + 1)))
  }
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valueOf({ ...schema, type: one as unknown }, schemas, known, depth)))
  if (type === 'object') return objectOf(schema as JsonSchema, schemas, known, depth)
  if (type === 'array') return arrayOf(schema as JsonSchema, schemas, known, depth)
  if (type === 'string') return stringOf(schema as JsonSchema, known)
  if (type === 'integer' || type === 'number') return numberOf(schema as JsonSchema)
  if (type === 'boolean') return fc.boolean()
  return type === 'null' ? fc.constant(null) : fc.jsonValue({ maxDepth: 1 })
}

function objectOf({ properties, required, additionalProperties }: JsonSchema, schemas: Schemas, known: KnownThings, depth: number) {
  const fields = Object.entries(typeof properties === 'object' && properties ? properties : {})
  if (fields.length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom('en', 'fr', 'ar'), valueOf(additionalProperties, schemas, known, depth + 1), { maxKeys: 2 })
  const needed = fields.map(([name]) => name).filter((name) => Array.isArray(required) && required.includes(name))
  const model = Object.fromEntries(fields.map(([name, one]) => [name, fieldOf(name, one, schemas, known, depth + 1)]))
  return fc.record(model, { requiredKeys: needed })
}

/** A field that names something names what is there, more often than not. */
function fieldOf(name: string, schema: unknown, schemas: Schemas, known: KnownThings, depth: number): fc.Arbitrary<unknown> {
  const things = known[name]
  const value = valueOf(schema, schemas, known, depth)
  const isText = typeof schema === 'object' && schema !== null && (schema as JsonSchema)['type'] === 'string'
  return things && isText ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom<unknown>(...things) }, value) : value
}

function arrayOf({ items, minItems, maxItems }: JsonSchema, schemas: Schemas, known: KnownThings, depth: number) {
  const least = typeof minItems === 'number' ? minItems : 0
  const most = Math.max(least, Math.min(typeof maxItems === 'number' ? maxItems : 3, depth > deepest ? 0 : 3))
  return fc.array(valueOf(items, schemas, known, depth + 1), { minLength: least, maxLength: most })
}

function stringOf({ format, pattern, minLength, maxLength }: JsonSchema, known: KnownThings): fc.Arbitrary<string> {
  const ids = known['id'] ?? []
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constantFrom(...ids))
  if (format === 'date')
    return fc
      .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(-24, -14))
  if (format === 'date-time')
    return fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((at) => at.toISOString())
  if (format === 'email') return fc.nat(50).map((n) => `someone${n}@example.org`)
  if (format === 'uri') return fc.constantFrom('https://example.org/', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ')
  if (typeof pattern === 'string') return fc.constantFrom('ferry', 'a-b', 'ar', 'https://example.org/', '2026', 'headline,summary', 'fr')
  const most = Math.min(typeof maxLength === 'number' ? maxLength : 60, 60)
  const text = fc.string({ unit: 'grapheme', minLength: typeof minLength === 'number' ? minLength : 0, maxLength: most })
  return fc.oneof(
    text,
    fc.constantFrom('a\0b', 'a\ud800b', '<b>', 'ferry', '@Ana').map((one) => one.slice(0, most)),
    fc.lorem({ maxCount: 3 }).map((one) => one.slice(0, most)),
  )
}

function numberOf({ minimum, maximum, type }: JsonSchema): fc.Arbitrary<number> {
  const [least, most] = [typeof minimum === 'number' ? minimum : -1000, typeof maximum === 'number' ? maximum : 2 ** 40]
  const whole = fc.oneof(
    fc.integer({ min: Math.max(least, -(2 ** 31)), max: Math.min(most, 2 ** 31 - 1) }),
    fc.integer({ min: Math.max(least, 1), max: Math.max(1, least, Math.min(most, 5)) }),
  )
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min: least, max: Math.min(most, 1e9), noNaN: true }))
}
