import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Argument, ObjectExpression, ObjectProperty, Program } from 'oxc-parser'
import { parseSync, Visitor } from 'oxc-parser'

/** A failure as the code throws it, and the names of what its line names. */
export type ThrownFailure = { file: string; code: string; values: string[] }

const sources = join(import.meta.dirname, '../src')

/** Every failure that the code in some folders of src can throw. */
export async function readFailures(folders: readonly string[]): Promise<ThrownFailure[]> {
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(join(sources, folder), { recursive: true })).map((name) => join(folder, name))),
  )
  const files = listed.flat().filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name))
  const found = await Promise.all(files.map(async (file) => failuresIn(file, await readFile(join(sources, file), 'utf8'))))
  return found.flat()
}

export function failuresIn(file: string, source: string): ThrownFailure[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  return thrown(program).map((failure) => ({ file, ...failure }))
}

/** `new Failure(kind, code, …)`, `super(kind, code, …)` of one, `refused(code, …)`, and tables of `{ code, message }`. */
function thrown(program: Program): Omit<ThrownFailure, 'file'>[] {
  const found: Omit<ThrownFailure, 'file'>[] = []
  const add = (code: Argument | undefined, values: string[]) => {
    if (code?.type === 'Literal' && typeof code.value === 'string' && /^[a-z]+(?:-[a-z\d]+)+$/.test(code.value))
      found.push({ code: code.value, values })
  }
  new Visitor({
    NewExpression({ callee, arguments: said }) {
      if (callee.type === 'Identifier' && callee.name === 'Failure') add(said[1], valuesOf(said[3]))
    },
    CallExpression({ callee, arguments: said }) {
      if (callee.type === 'Super' && said.length > 2) add(said[1], valuesOf(said[3]))
      if (callee.type === 'Identifier' && callee.name === 'refused') add(said.length > 1 ? said[0] : undefined, [])
    },
    ObjectExpression(object) {
      const line = property(object, 'message') ?? property(object, 'say')
      if (line?.value.type === 'Literal') add(property(object, 'code')?.value, [])
    },
  }).visit(program)
  return found
}

function valuesOf(options: Argument | undefined): string[] {
  const values = options?.type === 'ObjectExpression' ? property(options, 'values')?.value : undefined
  return values?.type === 'ObjectExpression' ? values.properties.flatMap((one) => nameOf(one) ?? []) : []
}

function property(object: ObjectExpression, name: string): ObjectProperty | undefined {
  return object.properties.find((one): one is ObjectProperty => nameOf(one) === name)
}

function nameOf(one: ObjectExpression['properties'][number]): string | undefined {
  return one.type === 'Property' && one.key.type === 'Identifier' ? one.key.name : undefined
}
