import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { systemClock } from '#platform/clock.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import { migrationsFolder } from '#test/engines.ts'
import { draft } from '#test/newsroom.ts'

const root = join(import.meta.dirname, '..')

export type MortalDesk = AsyncDisposable & {
  url: string
  /** Editions to write in, each with one revision. */
  editions: string[]
  /** Kills the server as a power cut would, and starts it again on the same folder and port. */
  kill(): Promise<void>
}

/** A desk on a folder of its own, in a process that can be killed. */
export async function openMortalDesk(stories: number): Promise<MortalDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-mortal-'))
  const editions = await fillArchive(folder, stories)
  let server = await start(folder, 0)
  return {
    url: `http://127.0.0.1:${server.port}`,
    editions,
    async kill() {
      await end(server.child)
      server = await start(folder, server.port)
    },
    async [Symbol.asyncDispose]() {
      await end(server.child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fillArchive(dataFolder: string, stories: number): Promise<string[]> {
  const db = await openDatabase({ dataFolder, role: 'server', durable: false })
  await migrate(db, migrationsFolder)
  const newsroom = { db, clock: systemClock }
  await foundNewsroom(newsroom, {
    name: { en: 'The Ferry Office' },
    languages: ['en'],
    timeZone: 'Europe/Chisinau',
    accent: 'oklch(0.5 0.12 240)',
    administrator: 'admin@example.org',
  })
  const editions: string[] = []
  for (let n = 0; n < stories; n += 1) editions.push((await draft(newsroom, { headline: `Story ${n}`, slug: `story-${n}` })).edition)
  await db[Symbol.asyncDispose]()
  return editions
}

async function start(folder: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const loader = join(root, 'bin/load-tsx.mjs')
  const child = spawn(process.execPath, ['--import', loader, join(root, 'test/desk-process.ts'), folder, String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the desk did not start; it says why above')))
  died.catch(() => undefined)
  const [said]: unknown[] = await Promise.race([once(child.stdout, 'data'), died])
  return { child, port: Number(String(said)) }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
