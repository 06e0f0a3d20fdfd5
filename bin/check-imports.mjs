#!/usr/bin/env node
// Says which imports go outwards, in circles, or to a driver outside the platform. Usage: check-imports.mjs [ROOT]
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'))
const modules = new Map(sourceFiles().map((path) => [path, readModule(path)]))
const product = [...modules.values()].filter(({ path }) => !isTest(path))
const complaints = [
  ...[...modules.values()].flatMap(namingComplaints),
  ...product.flatMap(processComplaints),
  ...product.flatMap(driverComplaints),
  ...product.flatMap(directionComplaints),
  ...circles(edgesBetweenFiles()).map((names) => `import cycle between files: ${names.join(', ')}`),
  ...circles(edgesBetweenNouns()).map((names) => `import cycle between the folders of src/newsroom: ${names.join(', ')}`),
]

if (modules.size === 0) complaints.push(`no TypeScript under ${root}: nothing was checked`)
for (const complaint of complaints) console.error(complaint)
console.log(`imports: ${modules.size} files, ${complaints.length} ${complaints.length === 1 ? 'complaint' : 'complaints'}`)
process.exitCode = complaints.length > 0 ? 1 : 0

function sourceFiles() {
  const found = ['src', 'test'].flatMap((folder) => list(join(root, folder)))
  return found.map((path) => relative(root, path).split(sep).join('/')).sort()
}

function list(folder) {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

function readModule(path) {
  const text = readFileSync(join(root, path), 'utf8')
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const { imported, touchesProcess } = walk(program)
  const reExported = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []))
  const specifiers = new Set([...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reExported, ...imported])
  const hasDefault = module.staticExports.some(({ entries }) =>
    entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
  )
  return {
    path,
    specifiers: [...specifiers],
    targets: [...specifiers].flatMap((name) => target(path, name) ?? []),
    hasDefault,
    touchesProcess,
  }
}

// What the module record leaves out: import('x') as a value and as a type, and the global `process`.
function walk(program) {
  const imported = []
  let touchesProcess = false
  const seeProcess = (node) => {
    touchesProcess ||= node?.type === 'Identifier' && node.name === 'process'
  }
  new Visitor({
    ImportExpression: ({ source }) => typeof source.value === 'string' && imported.push(source.value),
    TSImportType: ({ source }) => imported.push(source.value),
    MemberExpression: ({ object, property, computed }) => {
      seeProcess(object)
      if (!computed && object.type === 'Identifier' && object.name === 'globalThis') seeProcess(property)
    },
    VariableDeclarator: ({ init }) => seeProcess(init),
    CallExpression: (node) => node.arguments.forEach(seeProcess),
    Property: ({ value }) => seeProcess(value),
  }).visit(program)
  return { imported, touchesProcess: touchesProcess || imported.includes('node:process') }
}

/** The repository's path of an import of its own, undefined for a package's. */
function target(from, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const alias = /^#(lib|platform|newsroom|surfaces|src|test)\/(.+)$/.exec(specifier)
  if (!alias) return undefined
  const [, name, rest] = alias
  return name === 'src' || name === 'test' ? `${name}/${rest}` : `src/${name}/${rest}`
}

function isTest(path) {
  return path.startsWith('test/') || /\.(test|fixture)\.tsx?$/.test(path)
}

function namingComplaints({ path, hasDefault }) {
  const isDefaultAsked = path === 'test/postgres-setup.ts' || path.endsWith('.config.ts') // their tools ask for one
  return [
    ...(/(^|\/)index\.tsx?$/.test(path) ? [`${path}: no index files; name it after its main export`] : []),
    ...(hasDefault && !isDefaultAsked ? [`${path}: no default exports; export a name`] : []),
  ]
}

// The embedded database has a worker and a child of its own, which are processes too.
function processComplaints({ path, touchesProcess, specifiers }) {
  if (path === 'src/main.ts' || path.startsWith('src/platform/database/embedded/')) return []
  return touchesProcess || specifiers.includes('node:process')
    ? [`${path}: only src/main.ts touches process; take what you need as an argument`]
    : []
}

function driverComplaints({ path, specifiers }) {
  const homes = [
    ['src/platform/', /^(pg|@electric-sql\/pglite|pino|nodemailer|node:https?|https?|@hono\/node-server)(\/|$)/],
    ['src/platform/sign-in/', /^@?better-auth(\/|$)/],
  ]
  return homes.flatMap(([home, driver]) => {
    const imported = path.startsWith(home) ? [] : specifiers.filter((name) => driver.test(name))
    return imported.map((name) => `${path}: imports the driver ${name}, which only ${home.slice(0, -1)} may`)
  })
}

function directionComplaints({ path, targets }) {
  return targets.flatMap((to) => {
    const reason = refusal(path, to)
    return reason ? [`${path}: imports ${to}: ${reason}`] : []
  })
}

function refusal(from, to) {
  if (isTest(to)) return 'the product imports no test'
  if (!to.startsWith('src/')) return 'the product imports only from src'
  if (from === 'src/routes.ts') return to.startsWith('src/lib/') ? undefined : 'routes.ts imports only lib'
  if (to === 'src/routes.ts') return ring(from) >= ring('src/newsroom/') ? undefined : 'lib and platform know no routes'
  if (ring(to) > ring(from))
    return 'imports go inwards: lib <- platform <- newsroom <- surfaces <- app.ts, schedule.ts, commands <- main.ts'
  const [audience, other] = [surface(from), surface(to)]
  if (audience && other && audience !== other && other !== 'ui') return `surfaces/${audience} imports no other surface except ui`
  return undefined
}

function ring(path) {
  const folders = ['src/lib/', 'src/platform/', 'src/newsroom/', 'src/surfaces/']
  const found = folders.findIndex((folder) => path.startsWith(folder))
  if (found >= 0) return found
  return path === 'src/main.ts' ? folders.length + 1 : folders.length
}

function surface(path) {
  return /^src\/surfaces\/([^/]+)/.exec(path)?.[1]
}

function edgesBetweenFiles() {
  return new Map([...modules.values()].map(({ path, targets }) => [path, new Set(targets.filter((to) => modules.has(to)))]))
}

// A file that lies in src/newsroom itself is a place of its own.
function edgesBetweenNouns() {
  const noun = (path) => /^src\/newsroom\/([^/]+)/.exec(path)?.[1]
  const edges = new Map()
  for (const { path, targets } of product) {
    const from = noun(path)
    if (!from) continue
    if (!edges.has(from)) edges.set(from, new Set())
    for (const to of targets.map(noun)) if (to && to !== from) edges.get(from).add(to)
  }
  return edges
}

/** The groups of names that reach each other (Tarjan's strongly connected components), and each name that reaches itself. */
function circles(edges) {
  const [order, low, stack, found] = [new Map(), new Map(), [], []]
  const visit = (name) => {
    order.set(name, order.size)
    low.set(name, order.get(name))
    stack.push(name)
    for (const next of edges.get(name) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) low.set(name, Math.min(low.get(name), low.get(next)))
    }
    if (low.get(name) !== order.get(name)) return
    const group = stack.splice(stack.indexOf(name))
    if (group.length > 1 || edges.get(name)?.has(name)) found.push(group.sort())
  }
  for (const name of edges.keys()) if (!order.has(name)) visit(name)
  return found
}
