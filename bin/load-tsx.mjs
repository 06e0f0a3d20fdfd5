// Lets Node run .tsx, which it leaves alone: Node itself strips the types of .ts, but JSX has to be written out. In the same process,
// and kept on disk, so that a start after the first loads no compiler at all. Use: node --import ./bin/load-tsx.mjs FILE
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const kept = process.env.DATELINE_LOADER_CACHE ?? join(import.meta.dirname, '../node_modules/.cache/dateline')
const compiler = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .update(require('rolldown/package.json').version)
  .digest('hex')

enableCompileCache(join(kept, 'bytecode'))
registerHooks({
  load(url, context, nextLoad) {
    const address = new URL(url)
    if (address.protocol !== 'file:' || !/\.tsx?$/.test(address.pathname)) return nextLoad(url, context)
    return { format: 'module', source: compiled(fileURLToPath(address)), shortCircuit: true }
  },
})

function compiled(path) {
  const source = readFileSync(path, 'utf8')
  const file = join(kept, `${createHash('sha256').update(compiler).update(path).update(source).digest('hex')}.mjs`)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const { code, map } = compile(path, source)
    // Beside it, not in it: only a process that wants source maps should hold them.
    const made = `${code}\n//# sourceMappingURL=${pathToFileURL(`${file}.map`).href}\n`
    keep(`${file}.map`, map)
    keep(file, made)
    return made
  }
}

function compile(path, source) {
  const { transformSync } = require('rolldown/utils')
  const { code, map, errors } = transformSync(path, source, {
    lang: path.endsWith('.tsx') ? 'tsx' : 'ts',
    sourcemap: true,
    jsx: { runtime: 'automatic', development: false },
  })
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
  return { code, map: JSON.stringify(map) }
}

// Where nothing may be written, every start compiles again. Renamed into place, so that nobody reads half a file.
function keep(file, text) {
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  } catch {}
}
