import { existsSync } from 'node:fs'
import { connect as connectSocket, Socket, type SocketConnectOpts } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '#lib/failure.ts'
import { connect } from './connect.ts'
import type { Database } from './database.ts'
import { openEmbedded, type EmbeddedHost, type EmbeddedOptions } from './embedded/open-embedded.ts'
import { socketPath } from './embedded/socket-path.ts'

export interface OpenDatabase extends EmbeddedOptions {
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
  /** The server is alone on an embedded database; a command beside it joins it, or opens the database itself. */
  readonly role: 'server' | 'beside'
}

export async function openDatabase({ databaseUrl, dataFolder, role, durable = true }: OpenDatabase): Promise<Database> {
  if (databaseUrl !== undefined) {
    return connect({ config: { connectionString: databaseUrl }, isEmbedded: false, failed: new Promise(() => undefined), host: undefined })
  }
  const folder = archiveIn(dataFolder)
  const host = role === 'server' ? await openAlone(folder, { durable }) : await openOrJoin(folder, { durable })
  return connect({
    config: {
      host: 'localhost',
      user: 'postgres',
      database: 'postgres',
      password: '',
      ssl: false,
      stream: () => new PathSocket(socketPath(folder)),
    },
    isEmbedded: true,
    failed: host?.failed ?? new Promise(() => undefined),
    host,
  })
}

/** Whether a data folder has an embedded archive. */
export const holdsArchive = (dataFolder: string): boolean => existsSync(archiveIn(dataFolder))

const archiveIn = (dataFolder: string): string => join(dataFolder, 'archive')

async function openAlone(folder: string, options: EmbeddedOptions): Promise<EmbeddedHost> {
  const host = await openEmbedded(folder, options)
  if (host !== 'already open') return host
  throw new Failure(
    'conflict',
    'already-running',
    `Another Dateline serves this data folder (${folder}): stop it first, or give another DATELINE_DATA.`,
  )
}

// A server that is starting holds the folder for a moment before it answers.
async function openOrJoin(folder: string, options: EmbeddedOptions): Promise<EmbeddedHost | undefined> {
  for (let tries = 0; tries < 200; tries += 1) {
    const host = await openEmbedded(folder, options)
    if (host !== 'already open') return host
    if (await answers(socketPath(folder))) return undefined
    await wait(100)
  }
  throw new Failure(
    'unavailable',
    'database-silent',
    `A Dateline holds ${folder} but its database does not answer: stop it, then try again.`,
  )
}

async function answers(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connectSocket(path, () => resolve(true))
  socket.once('error', () => resolve(false))
  const result = await promise
  socket.destroy()
  return result
}

/** `pg` connects to a host and port, or to PostgreSQL's own name for a socket; this goes to the path it was made with. */
class PathSocket extends Socket {
  readonly #path: string

  constructor(path: string) {
    super()
    this.#path = path
  }

  override connect(..._where: [SocketConnectOpts | number | string, ...unknown[]]): this {
    return super.connect(this.#path)
  }
}
