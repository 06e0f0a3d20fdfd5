import type { z } from 'zod'

import { api } from '#src/routes.ts'

import type { Fields } from '../fields.ts'
import { problemShape } from '../shapes/problem-shape.ts'
import type { PublicWay } from '../public/public-way.ts'
import { publicWays } from '../public/public-ways.ts'
import type { Way } from '../way.ts'
import { tags } from '../way.ts'
import { ways } from '../ways/ways.ts'
import { examples } from './examples.ts'
import type { JsonSchema } from './json-schema.ts'
import { SchemaWriter } from './json-schema.ts'

export type Description = {
  openapi: string
  paths: { [path: string]: { [method: string]: Operation } }
  components: { schemas: { [name: string]: JsonSchema }; [part: string]: unknown }
  [part: string]: unknown
}
export type Operation = {
  operationId: string
  summary: string
  'x-scope'?: string
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: { [status: string]: Answer }
  [part: string]: unknown
}
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: JsonSchema
  description?: string
  style?: 'form'
  explode?: boolean
}
type Answer = { $ref: string } | { description: string; headers?: JsonSchema; content?: Content }
type Content = { [type: string]: { schema: JsonSchema; example?: unknown } }

const base = api.description.replace('/openapi.json', '')

/** The API in the words of OpenAPI 3.1, from the tables of ways and their schemas alone. */
export function describe(): Description {
  const writer = new SchemaWriter()
  writer.write(problemShape, 'output')
  const paths: Description['paths'] = {}
  const add = (path: string, method: string, operation: Operation) => {
    const name = path.slice(base.length).replace(/:(\w+)/g, '{$1}')
    paths[name] = { ...paths[name], [method.toLowerCase()]: operation }
  }
  for (const way of publicWays) add(way.path, 'GET', publicOperation(way, writer))
  for (const way of ways) add(way.path, way.method, keyOperation(way, writer))
  return {
    openapi: '3.1.1',
    info: {
      title: 'Dateline',
      version: '1',
      summary: 'Everything that the desk does, for programs.',
      description: `Reads of what readers may see need no key. The rest is done by a key, which acts as its member and never may more.\n\nProblems are told as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) says; [what each code means](${api.problems}).`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key, which begins with `dln_`. An administrator makes it at the desk.' },
      },
      responses: { Problem: { description: 'A problem.', content: problemContent } },
      headers: rateHeaders,
      schemas: writer.components,
    },
  }
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const problem = { $ref: '#/components/responses/Problem' }

const rateHeaders = {
  RateLimit: { description: 'What is left, and in how many seconds it begins anew.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'How many requests in how many seconds.', schema: { type: 'string' } },
}
const rates = Object.fromEntries(Object.keys(rateHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function publicOperation(way: PublicWay, writer: SchemaWriter): Operation {
  return {
    operationId: way.operation,
    tags: ['public'],
    summary: way.summary,
    security: [],
    parameters: [...parametersOf(way.params, 'path', writer), ...queryOf(way, writer)],
    responses: {
      200: {
        description: 'What readers see now.',
        headers: { ETag: { schema: { type: 'string' } }, ...(way.paging && link) },
        content: { 'application/json': { schema: writer.write(way.answer, 'output') } },
      },
      '4XX': problem,
      '5XX': problem,
    },
  }
}

function keyOperation(way: Way, writer: SchemaWriter): Operation {
  const { body, answer } = way
  return {
    operationId: way.operation,
    tags: [way.tag],
    summary: way.summary,
    description: `Scope \`${way.scope}\`; the policy asked is \`${way.asks}\`.`,
    parameters: [
      ...parametersOf(way.params, 'path', writer),
      ...queryOf(way, writer),
      ...(way.needsMatch ? [ifMatch] : []),
      ...(way.method === 'POST' ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: writer.write(body, 'input'), ...exampleOf(way.operation) } },
      },
    }),
    responses: {
      [way.status]: {
        description:
          way.status === 204 ? 'Done.' : way.status === 201 ? 'Made.' : way.method === 'POST' ? 'As it would be.' : 'As it is now.',
        headers: {
          ...rates,
          ...(way.paging && link),
          ...(isChangedFrom(way) && { ETag: { description: 'Names the revision or version.', schema: { type: 'string' } } }),
        },
        ...(answer && { content: { 'application/json': { schema: writer.write(answer, 'output') } } }),
      },
      '4XX': problem,
      '5XX': problem,
    },
    'x-scope': way.scope,
    'x-policy': way.asks,
  }
}

/** Whether a change of what this reads as a whole says what it was made from. */
const isChangedFrom = ({ method, path }: Way): boolean =>
  method === 'GET' &&
  ways.some((other) => other.path === path && (other.needsMatch === 'version' || (other.needsMatch && other.method === 'PUT')))

const link = { Link: { description: 'Where the list goes on, as `rel="next"` (RFC 8288).', schema: { type: 'string' } } }

/** All that stands in a query: what narrows, how far a list goes, and what of it comes. */
function queryOf({ query, paging, fields }: Pick<Way, 'query' | 'paging' | 'fields'>, writer: SchemaWriter): Parameter[] {
  const own = [...parametersOf(query, 'query', writer), ...parametersOf(paging, 'query', writer)]
  return fields && fields.all.length > 0 ? [...own, fieldsParameter(fields)] : own
}

const fieldsParameter = ({ all, always, isList }: Fields): Parameter => ({
  name: 'fields',
  in: 'query',
  required: false,
  schema: { type: 'array', minItems: 1, items: { type: 'string', enum: all } },
  style: 'form',
  explode: false,
  description: [
    `Only these fields${isList ? ' of each' : ''}, by commas; absent: all.`,
    ...(always.length > 0 ? [`What says which it is comes always: ${always.map((name) => `\`${name}\``).join(', ')}.`] : []),
  ].join(' '),
})

const exampleOf = (operation: string): { example?: unknown } => (operation in examples ? { example: examples[operation] } : {})

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: 'The ETag of the revision or version that this was made from. Missing: 428; no longer the latest: 412.',
}
const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description: 'Any name for this request. Sent again with the same one within a day, it is not done again, and gets the same answer.',
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query', writer: SchemaWriter): Parameter[] {
  if (!schema) return []
  const { properties = {}, required = [] } = writer.write(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: property,
    ...(typeof description === 'string' && { description }),
  }))
}
