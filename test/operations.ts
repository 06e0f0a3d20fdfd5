import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Function as FunctionNode, ParamPattern } from 'oxc-parser'
import { parseSync } from 'oxc-parser'

const newsroomFolder = join(import.meta.dirname, '../src/newsroom')

export type Operation = { name: string; file: string }

/** Every operation of the newsroom as its code is written: an exported async function of `(newsroom: Newsroom, by: Member, …)`. */
export async function findOperations(): Promise<Operation[]> {
  const files = await newsroomFiles()
  const found = await Promise.all(
    files.map(async (file) => operationsIn(file, await readFile(join(newsroomFolder, file), 'utf8')).map((name) => ({ name, file }))),
  )
  return found.flat()
}

/** The names of what every exported `…Policy` judges, by the policy's name. */
export async function readPolicies(): Promise<Map<string, string[]>> {
  const policies = new Map<string, string[]>()
  for (const file of (await newsroomFiles()).filter((name) => name.endsWith('-policy.ts'))) {
    const module: Record<string, unknown> = await import(join(newsroomFolder, file))
    for (const [name, value] of Object.entries(module))
      if (name.endsWith('Policy') && typeof value === 'object' && value !== null) policies.set(name, Object.keys(value))
  }
  return policies
}

export function operationsIn(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  return program.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null
    if (declared?.type === 'FunctionDeclaration') return isOperation(declared) && declared.id ? [declared.id.name] : []
    if (declared?.type !== 'VariableDeclaration') return []
    return declared.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression' && isOperation(init) ? [id.name] : [],
    )
  })
}

function isOperation({ params }: Pick<FunctionNode, 'params'>): boolean {
  return typeOf(params[0]) === 'Newsroom' && typeOf(params[1]) === 'Member'
}

function typeOf(parameter: ParamPattern | undefined): string | undefined {
  if (parameter?.type !== 'Identifier') return undefined
  const said = parameter.typeAnnotation?.typeAnnotation
  return said?.type === 'TSTypeReference' && said.typeName.type === 'Identifier' ? said.typeName.name : undefined
}

async function newsroomFiles(): Promise<string[]> {
  const files = await readdir(newsroomFolder, { recursive: true })
  return files.filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file)).toSorted()
}

const sourceFolder = join(import.meta.dirname, '../src')

/** The codes of every Failure that an operation or the API can answer with, as its code is written. */
export async function readFailureCodes(): Promise<string[]> {
  const folders = ['newsroom', 'surfaces/api']
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(join(sourceFolder, folder), { recursive: true })).map((name) => join(folder, name))),
  )
  const sources = files.flat().filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.ts$/.test(name))
  const texts = await Promise.all(sources.map((name) => readFile(join(sourceFolder, name), 'utf8')))
  const said = /(?:Failure\(\s*(?:'\w+'|\d+),|super\(\s*'\w+',)\s*'([a-z-]+)'/g
  return [...new Set(texts.flatMap((text) => [...text.matchAll(said)].flatMap(([, code]) => code ?? [])))].toSorted()
}
