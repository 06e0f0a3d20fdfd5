import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface FolderLock extends Disposable {}

/**
 * Takes the data folder for this process, or answers undefined when a living process has it.
 * The lock is the operating system's own (SQLite's, on an empty file), so a killed owner leaves nothing behind to clear.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  // Drafts are nobody else's: PGlite makes files that all may write, so nobody else may enter.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive')
    return { [Symbol.dispose]: () => file.close() }
  } catch (error) {
    file.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is (locked|busy)/.test(error.message)
}
