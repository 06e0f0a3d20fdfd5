import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** A script for browsers: its name changes with its bytes, and other scripts call it by that name. */
export type Script = { name: string; bytes: Uint8Array; isEntry: boolean }

export type BundleOptions = {
  /** The file that a page loads; what it imports lazily comes in files of its own. */
  entry: string
  /** Folders whose files decide whether what was bundled before still holds. */
  sources: readonly string[]
  /** Where bundles are kept between starts; where nothing may be written they are made each time. */
  cacheFolder: string
}

/** Bundles TypeScript for browsers, minified. Made in a thread that takes its memory with it, and kept on disk until a source changes. */
export async function bundleScripts(options: BundleOptions): Promise<Script[]> {
  const folder = join(options.cacheFolder, await keyOf(options))
  const kept = await readScripts(folder)
  if (kept) return kept
  const scripts = await bundled(options.entry)
  await keep(folder, scripts)
  return scripts
}

async function keyOf({ sources }: BundleOptions): Promise<string> {
  const hash = createHash('sha256')
  const files = await Promise.all(sources.map(async (source) => (await filesIn(source)).toSorted()))
  for (const file of [import.meta.filename, ...files.flat()]) hash.update(file).update(await readFile(file))
  return hash.digest('hex').slice(0, 24)
}

async function filesIn(source: string): Promise<string[]> {
  if (/\.\w+$/.test(source)) return [source]
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
}

async function bundled(entry: string): Promise<Script[]> {
  // Told of --watch by its environment, a worker would first answer with the modules that it loads.
  const worker = new Worker(new URL('./bundle-worker.ts', import.meta.url), { workerData: { entry }, env: {} })
  const { promise, resolve, reject } = Promise.withResolvers<Script[]>()
  worker.once('message', (scripts: Script[]) => resolve(scripts)).once('error', reject)
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}

const entryMark = '.entry'

async function readScripts(folder: string): Promise<Script[] | undefined> {
  try {
    const entry = await readFile(join(folder, entryMark), 'utf8')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
    return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)), isEntry: name === entry })))
  } catch {
    return undefined
  }
}

// Renamed into place, so that nobody reads half a bundle.
async function keep(folder: string, scripts: Script[]): Promise<void> {
  const making = `${folder}.${createHash('sha256').update(String(performance.now())).digest('hex').slice(0, 8)}`
  try {
    await mkdir(making, { recursive: true })
    for (const { name, bytes, isEntry } of scripts) {
      await writeFile(join(making, name), bytes)
      if (isEntry) await writeFile(join(making, entryMark), name)
    }
    await rename(making, folder)
  } catch {
    await rm(making, { recursive: true, force: true }).catch(() => undefined)
  }
}
