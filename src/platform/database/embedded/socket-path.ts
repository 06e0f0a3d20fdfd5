import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where the embedded database of a data folder answers; named as PostgreSQL names its sockets, so `psql -h FOLDER` works. */
export function socketPath(dataFolder: string): string {
  const folder = resolve(dataFolder)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\dateline-${name}`
  const beside = join(folder, '.s.PGSQL.5432')
  return Buffer.byteLength(beside) <= longestPath ? beside : join(tmpdir(), `dateline-${name}`)
}

// A socket's path has 104 bytes on macOS and 108 on Linux.
const longestPath = 100
