import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database/open-database.ts'
import { openTestDatabase } from '#test/engines.ts'
import { runOn, startEngine } from './engine.ts'
import { socketPath } from './socket-path.ts'
import { query } from './wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-embedded-'))
const writing = join(import.meta.dirname, 'commit-forever.fixture.ts')
beforeAll(async () => {
  const database = await openDatabase({ dataFolder: folder, role: 'server' })
  await database[Symbol.asyncDispose]()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a program killed in the middle of its work has lost nothing that it had acknowledged', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [writing, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = 0
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'begun') last = Number(line)
    if (last === 200) child.kill('SIGKILL')
  }
  await using database = await openDatabase({ dataFolder: folder, role: 'server' })
  const { rows } = await sql<{ n: number }>`select max(n) as n from public.commit`.execute(database.owner)
  expect(rows[0]?.n).toBeGreaterThanOrEqual(last)
  expect(last).toBeGreaterThanOrEqual(200)
})

test('of several that start at once on a killed one’s folder exactly one opens it', { timeout: 60_000 }, async () => {
  const starters = Array.from({ length: 4 }, () => spawn(process.execPath, [writing, folder], { stdio: ['ignore', 'pipe', 'inherit'] }))
  const words = await Promise.all(starters.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).split('\n')[0]))
  for (const starter of starters) starter.kill('SIGKILL')
  expect(words.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['begun', 'refused', 'refused', 'refused'])
})

const hasStrace = spawnSync('strace', ['-V']).status === 0
test.runIf(hasStrace)('every commit reaches the disk', { timeout: 60_000 }, async () => {
  const traces = mkdtempSync(join(tmpdir(), 'dateline-strace-'))
  const traced = ['-ff', '-e', 'trace=fsync,fdatasync', '-o', join(traces, 't'), process.execPath, writing, folder, '100']
  const child = spawn('strace', traced, { stdio: 'ignore' })
  await once(child, 'exit')
  const syncs = readdirSync(traces).flatMap((file) => readFileSync(join(traces, file), 'utf8').match(/^(fsync|fdatasync)\(/gm) ?? [])
  rmSync(traces, { recursive: true })
  expect(syncs.length).toBeGreaterThanOrEqual(100)
})

test('a second server is told to stop the first; a command beside it joins', { timeout: 60_000 }, async () => {
  await using server = await openDatabase({ dataFolder: folder, role: 'server' })
  await expect(openDatabase({ dataFolder: folder, role: 'server' })).rejects.toMatchObject({ code: 'already-running' })
  await using beside = await openDatabase({ dataFolder: folder, role: 'beside' })
  await sql`create table public.shared (n integer)`.execute(beside.owner)
  expect((await sql`select * from public.shared`.execute(server.owner)).rows).toEqual([])
})

test('a client that goes away in its transaction leaves nothing, and the others go on', { timeout: 60_000 }, async () => {
  await using server = await openDatabase({ dataFolder: folder, role: 'server' })
  const rude = await connected()
  await rude.query('begin')
  await rude.query('create table public.half (n integer)')
  const waiting = sql`select to_regclass('public.half') as half`.execute(server.owner)
  rude.connection.stream.destroy()
  expect((await waiting).rows).toEqual([{ half: null }])
})

test('two clients may give their prepared statements the same name', { timeout: 60_000 }, async () => {
  await using server = await openDatabase({ dataFolder: folder, role: 'server' })
  expect(server.isEmbedded).toBe(true)
  const [one, two] = [await connected(), await connected()]
  expect((await one.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
  expect((await two.query({ name: 'same', text: 'select 2 as n' })).rows).toEqual([{ n: 2 }])
  expect((await one.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
  await Promise.all([one.end(), two.end()])
})

test('a page that throws off its role has thrown it off for itself alone', { timeout: 60_000 }, async () => {
  await using database = await openTestDatabase('pglite')
  await sql`reset role`.execute(database.site)
  expect((await sql`select current_user as who`.execute(database.site)).rows).toEqual([{ who: 'dateline_site' }])
  await sql`set role dateline_site`.execute(database.writer)
  expect((await sql`select current_user as who`.execute(database.writer)).rows).toEqual([{ who: 'dateline_desk' }])
})

test('COPY FROM STDIN is refused, and the session lives on', { timeout: 60_000 }, async () => {
  await using database = await openTestDatabase('pglite')
  await expect(sql.raw('copy public.dateline_migration from stdin').execute(database.writer)).rejects.toThrow('use INSERT')
  expect((await sql`select 1 as n`.execute(database.writer)).rows).toEqual([{ n: 1 }])
})

type Rude = pg.Client & { readonly connection: { readonly stream: { destroy(): void } } }

async function connected(): Promise<Rude> {
  const client: Rude = Object.assign(new pg.Client({ host: join(socketPath(join(folder, 'archive')), '..'), user: 'postgres' }))
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('the archive is its owner’s alone, whatever it was before', { timeout: 60_000 }, async () => {
  const archive = join(folder, 'archive')
  chmodSync(archive, 0o755)
  await using _database = await openDatabase({ dataFolder: folder, role: 'server' })
  expect(modeOf(archive)).toBe('700')
  expect(modeOf(socketPath(archive))).toBe('600')
})

test('ten thousand questions leave nothing behind in the memory of the database', { timeout: 60_000 }, async () => {
  const files = mkdtempSync(join(tmpdir(), 'dateline-engine-'))
  const engine = await startEngine(files, false)
  const run = runOn(engine)
  const ask = (times: number) => {
    for (let time = 0; time < times; time += 1) run(query("select number, 'a row of some length' from generate_series(1, 20) number"))
  }
  ask(1000)
  const before = heapAfterCollection()
  ask(10_000)
  // What PGlite keeps of each answer, where it keeps any, comes to more than 20 MB.
  expect(heapAfterCollection() - before).toBeLessThan(2_000_000)
  await engine.close()
  rmSync(files, { recursive: true })
})

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
