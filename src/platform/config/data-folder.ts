import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'

import { badVariable } from './bad-variables.ts'

/** Makes the data folder where there is none, closed to other users; a Failure that names the variable where this user cannot write. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw badVariable('DATELINE_DATA', folder, code)
  }
}
