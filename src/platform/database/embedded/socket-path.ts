import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Where the embedded database of a data folder answers; named as PostgreSQL names its sockets, so `psql -h FOLDER` works. */
export function socketPath(dataFolder: string): string {
  const folder = resolve(dataFolder)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\dateline-${name}`
  const beside = join(folder, '.s.PGSQL.5432')
  return Buffer.byteLength(beside) <= longestPath ? beside : join(tmpdir(), `dateline-${name}`, '.s.PGSQL.5432')
}

/** Makes the folder of a socket that stands apart from its data folder, for this user alone; throws where another user has it. */
export function makeSocketFolder(socket: string): void {
  if (process.platform === 'win32') return
  const folder = dirname(socket)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (lstatSync(folder).uid !== process.getuid?.())
    throw new Error(`${folder} belongs to another user: remove it, or choose a data folder with a shorter path`)
  chmodSync(folder, 0o700)
}

// A socket's path has 104 bytes on macOS and 108 on Linux.
const longestPath = 100
