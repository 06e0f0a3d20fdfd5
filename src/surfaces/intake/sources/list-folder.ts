import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '#lib/failure.ts'

const depthLimit = 3
const fileLimit = 5000

/** The files of a folder in the order of their names, at most three folders deep; hidden files and links out of it are left alone. */
export async function listFolder(folder: string): Promise<{ path: string; size: number }[]> {
  const files = await filesIn(folder, 0)
  if (files.length === 0)
    throw new Failure('invalid', 'folder-empty', `${folder} is a folder with no file in it: name a file, or a folder of feeds and pages.`)
  if (files.length > fileLimit)
    throw new Failure('invalid', 'folder-too-large', `${folder} holds more than ${fileLimit} files: import it in parts.`)
  return files
}

async function filesIn(folder: string, depth: number): Promise<{ path: string; size: number }[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'))
  const files: { path: string; size: number }[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isFile()) files.push({ path, size: (await stat(path)).size })
    else if (entry.isDirectory() && depth < depthLimit) files.push(...(await filesIn(path, depth + 1)))
    if (files.length > fileLimit) break
  }
  return files
}
