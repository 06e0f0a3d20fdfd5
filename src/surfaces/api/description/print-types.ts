import type { Description, Operation } from './describe.ts'
import type { JsonSchema } from './json-schema.ts'
import { requiredWithoutFields } from './json-schema.ts'

/**
 * The description as TypeScript types, in the shape that openapi-fetch takes: `paths`, and `components` by name. It knows the JSON Schema
 * that SchemaWriter writes, and throws for what it does not.
 */
export function printTypes(description: Description): string {
  const paths = Object.entries(description.paths).map(([path, methods]) => `  ${quoted(path)}: {\n${methodsOf(methods)}\n  }`)
  const schemas = Object.entries(description.components.schemas).map(([name, schema]) => `    ${name}: ${typeOf(schema, '    ')}`)
  return [
    '// Written by `npm run api` from docs/openapi.json. Do not edit.',
    '',
    `export interface paths {\n${paths.join('\n')}\n}`,
    '',
    `export interface components {\n  schemas: {\n${schemas.join('\n')}\n  }\n}`,
    '',
  ].join('\n')
}

const indent = '    '
const allMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

function methodsOf(methods: { [method: string]: Operation }): string {
  const absent = allMethods.filter((method) => !(method in methods)).map((method) => `${indent}${method}?: never`)
  const present = Object.entries(methods).map(([method, operation]) => `${docOf(operation)}${indent}${method}: ${operationType(operation)}`)
  return [...present, `${indent}parameters: { query?: never; header?: never; path?: never; cookie?: never }`, ...absent].join('\n')
}

const docOf = ({ operationId, summary }: Operation): string => `${indent}/** ${operationId}: ${summary} */\n`

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const inner = `${indent}  `
  const groups = (['query', 'header', 'path'] as const).map((where) => {
    const those = parameters.filter((parameter) => parameter.in === where)
    if (those.length === 0) return `${where}?: never`
    const fields = those.map(({ name, required, schema }) => `${quoted(name)}${required ? '' : '?'}: ${typeOf(schema, inner)}`)
    return `${where}${those.some(({ required }) => required) ? '' : '?'}: { ${fields.join('; ')} }`
  })
  const body = requestBody?.content['application/json']?.schema
  const answers = Object.entries(responses).map(([status, answer]) => `${inner}  ${quoted(status)}: ${answerType(answer, `${inner}  `)}`)
  return [
    '{',
    `${inner}parameters: { ${[...groups, 'cookie?: never'].join('; ')} }`,
    `${inner}requestBody${body ? `: { content: { 'application/json': ${typeOf(body, inner)} } }` : '?: never'}`,
    `${inner}responses: {\n${answers.join('\n')}\n${inner}}`,
    `${indent}}`,
  ].join('\n')
}

function answerType(answer: Operation['responses'][string], at: string): string {
  if ('$ref' in answer)
    return `{ headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }`
  const schema = answer.content?.['application/json']?.schema
  return `{ headers: { [name: string]: unknown }; content${schema ? `: { 'application/json': ${typeOf(schema, at)} }` : '?: never'} }`
}

/** A schema as a type; `at` is how far the line is indented that it stands on. */
function typeOf(schema: unknown, at: string): string {
  if (!isSchema(schema) || Object.keys(schema).length === 0) return 'unknown'
  const { $ref, const: only, type } = schema
  if (typeof $ref === 'string') return `components['schemas']['${$ref.split('/').at(-1) ?? ''}']`
  if (only !== undefined) return JSON.stringify(only)
  const choices = listIn(schema['enum'])
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  const several = listIn(schema['anyOf']) ?? listIn(schema['oneOf'])
  const types = listIn(type)
  if (types) return types.map((one) => typeOf({ ...schema, type: one }, at)).join(' | ')
  if (several) return [...new Set(several.map((one) => typeOf(one, at)))].join(' | ')
  if (type === 'array') return `Array<${typeOf(schema['items'], at)}>`
  if (type === 'object') return objectType(schema, at)
  if (type === 'string' || type === 'boolean' || type === 'null') return type
  if (type === 'number' || type === 'integer') return 'number'
  if (schema['description'] !== undefined) return 'unknown'
  throw new Error(`A schema that is not known: ${JSON.stringify(schema)}`)
}

// What a request without `fields` gets: the client takes away from it where there were some.
function objectType({ properties, required, additionalProperties, ...more }: JsonSchema, at: string): string {
  const needed = new Set([...(listIn(required) ?? []), ...(listIn(more[requiredWithoutFields]) ?? [])])
  const inner = `${at}  `
  const fields = Object.entries(isSchema(properties) ? properties : {}).map(
    ([name, schema]) => `${inner}${quoted(name)}${needed.has(name) ? ':' : '?: undefined |'} ${typeOf(schema, inner)}`,
  )
  if (fields.length === 0)
    return isSchema(additionalProperties) ? `{ [name: string]: ${typeOf(additionalProperties, at)} }` : 'Record<string, never>'
  const isOpen = isSchema(additionalProperties)
  return `{\n${[...fields, ...(isOpen ? [`${inner}[more: string]: unknown`] : [])].join('\n')}\n${at}}`
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined)
const quoted = (name: string): string => (/^(?:[A-Za-z_]\w*|\d+)$/.test(name) ? name : `'${name}'`)
