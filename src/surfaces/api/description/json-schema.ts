import { z } from 'zod'

import { bodySchema, inlines } from '#newsroom/stories/body.ts'

import { sparseSchemas } from '../fields.ts'
import { alternatives, shapeNames } from '../shapes/shape.ts'

/** Names, beside `required`, what is there whenever a request has no `fields`. */
export const requiredWithoutFields = 'x-required-without-fields'

export type JsonSchema = { [keyword: string]: unknown }
type Direction = 'input' | 'output'

/** Writes zod's schemas as JSON Schema 2020-12, those with a name once, under `#/components/schemas/`. */
export class SchemaWriter {
  readonly components: { [name: string]: JsonSchema } = {}

  constructor() {
    Object.assign(this.components, bodyComponents())
    this.write(inlines, 'input')
  }

  /** A schema as it stands in the description: a reference where it has a name. */
  write(schema: z.core.$ZodType, io: Direction): JsonSchema {
    const name = shapeNames.get(schema)?.name
    const anyOf = alternatives.get(schema)
    if (name === undefined) return this.#converted(schema, io)
    if (!(name in this.components)) {
      this.components[name] = {} // it may speak of itself
      this.components[name] = anyOf ? { anyOf: anyOf.map((one) => this.write(one, io)) } : this.#converted(schema, io)
    }
    return referenceTo(name)
  }

  #converted(root: z.core.$ZodType, io: Direction): JsonSchema {
    const json = z.toJSONSchema(root, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const given = sparseSchemas.get(zodSchema)
        if (given) lessThanAll(jsonSchema, given)
        const isNamed = zodSchema !== root && shapeNames.has(zodSchema)
        if (!isNamed) return
        for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword]
        Object.assign(jsonSchema, this.write(zodSchema, io))
      },
    })
    return tidy(json)
  }
}

/** With `fields`, a program gets less: what comes always is required, and the rest where there were no `fields`. */
function lessThanAll(schema: JsonSchema, given: readonly string[]): void {
  const { required } = schema
  if (!Array.isArray(required)) return
  schema['required'] = required.filter((name) => given.includes(String(name)))
  schema[requiredWithoutFields] = required.filter((name) => !given.includes(String(name)))
}

const referenceTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** A body is a tree that speaks of itself: its parts become components, named after the nodes that they are. */
function bodyComponents(): { [name: string]: JsonSchema } {
  const { $defs = {}, ...root } = z.toJSONSchema(bodySchema.def.out, { io: 'input', reused: 'inline', unrepresentable: 'any' })
  const names = new Map(Object.entries($defs).map(([id, schema], position) => [id, nodeName(schema, position)]))
  const renamed = (schema: unknown): JsonSchema =>
    tidy(
      JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
        key === '$ref' && typeof value === 'string' ? referenceTo(names.get(value.replace('#/$defs/', '')) ?? 'Body')['$ref'] : value,
      ),
    )
  const parts = Object.entries($defs).map(([id, schema]) => [names.get(id) ?? id, renamed(schema)])
  return { Body: renamed(root), ...Object.fromEntries(parts) }
}

function nodeName(schema: z.core.JSONSchema._JSONSchema, position: number): string {
  const type = typeof schema === 'object' && typeof schema.properties?.['type'] === 'object' ? schema.properties['type'].const : undefined
  return `Body${typeof type === 'string' ? type.charAt(0).toUpperCase() + type.slice(1) : `Part${position}`}`
}

/** Without what says nothing to a program: where the dialect is said once for all, and the widest of whole numbers. */
function tidy(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema), function (this: JsonSchema, key, value: unknown) {
    if (key === '$schema') return undefined
    if ((key === 'maximum' && value === Number.MAX_SAFE_INTEGER) || (key === 'minimum' && value === Number.MIN_SAFE_INTEGER))
      return undefined
    return key === 'pattern' && this['format'] !== undefined ? undefined : value
  })
}
