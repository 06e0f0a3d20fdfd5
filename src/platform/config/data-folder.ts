import { constants } from 'node:fs'
import { access, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { badVariable } from './bad-variables.ts'

/** Makes the data folder where there is none, closed to other users and left out by git; a Failure that names the variable where this user cannot write. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    const isMade = !(await isThere(folder))
    await makeFolder(folder)
    // In a checkout of the code, where one may stand, its secret is never committed, and neither formatted nor linted.
    if (isMade) await writeFile(join(folder, '.gitignore'), '*\n')
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw badVariable('DATELINE_DATA', folder, codeOf(error))
  }
}

// Step by step: Node's own recursive mkdir never ends where there can be no folder, as in /proc.
async function makeFolder(folder: string): Promise<void> {
  if (await isThere(folder)) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    if (!(await isThere(folder))) throw error // another start may have been faster
  })
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))
