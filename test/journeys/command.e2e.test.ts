import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { feedFile } from '#test/feed-of.ts'

const entry = join(import.meta.dirname, '../../bin/dateline.mjs')

test('nobody to ask: an empty folder founds no newsroom, and says how to', async () => {
  using folder = dataFolder()
  const run = await dateline(folder.path, ['start', '--port', '0'])
  expect(run).toMatchObject({ code: 1, stdout: '' })
  expect(run.stderr).toMatch(/^This data folder is empty: .*--demo.*\n$/)
})

test('a wrong call exits with 2, and a wrong environment is named', async () => {
  using folder = dataFolder()
  expect(await dateline(folder.path, ['import'])).toMatchObject({ code: 2 })
  expect(await dateline(folder.path, ['publish'])).toMatchObject({ code: 2 })
  const wrong = await dateline(folder.path, ['start'], { PORT: 'many', DATABASE_URL: 'mysql://x' })
  expect(wrong.code).toBe(1)
  expect(wrong.stderr).toMatch(/PORT.*DATABASE_URL/)
})

test('a dry run reads, prints one JSON document and opens no archive', async () => {
  using folder = dataFolder()
  const { code, stdout } = await dateline(folder.path, ['import', await feedFile(3), '--dry-run', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'rss',
    stories: [{ headline: 'Ferry report 3', date: '2020-01-04' }, {}, {}],
    skipped: [],
  })
})

test('whoever reads only the beginning of what a command prints gets no complaint', async () => {
  using folder = dataFolder()
  const child = run(folder.path, ['import', await feedFile(5000), '--dry-run'])
  child.stdout?.once('data', () => child.stdout?.destroy())
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  await once(child, 'exit')
  expect(complaint).not.toContain('EPIPE')
})

test('one server to a folder; an import beside it is on its pages at once', async () => {
  using folder = dataFolder()
  await using server = await served(folder.path)
  const second = await dateline(folder.path, ['start', '--port', '0'])
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(/^Another Dateline serves this data folder.*\n$/)
  expect(await textOf(`${server.url}/news`)).not.toContain('Ferry report')
  const imported = await dateline(folder.path, ['import', await feedFile(30), '--as', 'published', '--json'])
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).toContain('Ferry report 30')
  const { batches } = JSON.parse(imported.stdout) as { batches: { batch: string }[] }
  expect(await dateline(folder.path, ['import', '--undo', batches[0]?.batch ?? ''])).toMatchObject({ code: 0 })
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).not.toContain('Ferry report')
})

test('an import killed at any moment and run again ends in the same archive', { timeout: 120_000 }, async () => {
  using folder = dataFolder()
  await using server = await served(folder.path)
  const file = await feedFile(3000)
  for (const patience of [700, 1100, 1500]) {
    const child = run(folder.path, ['import', file, '--as', 'published'])
    await Promise.race([wait(patience), once(child, 'exit')])
    child.kill('SIGKILL')
  }
  expect(await dateline(folder.path, ['import', file, '--as', 'published'])).toMatchObject({ code: 0 })
  const again = await dateline(folder.path, ['import', file, '--as', 'published'])
  expect(again.stderr).toContain('0 of 3000 stories are new')
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).toMatch(/3,000 stories/)
})

type Run = { code: number | null; stdout: string; stderr: string }

function run(folder: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !['DATABASE_URL', 'PORT', 'HOST', 'PUBLIC_URL'].includes(name)),
  )
  return spawn(process.execPath, [entry, ...args], { env: { ...clean, DATELINE_DATA: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function dateline(folder: string, args: string[], env: Record<string, string> = {}): Promise<Run> {
  const child = run(folder, args, env)
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (text: Buffer) => (said.stdout += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (said.stderr += text.toString()))
  await once(child, 'close')
  return { code: child.exitCode, ...said }
}

async function served(folder: string): Promise<AsyncDisposable & { url: string }> {
  const child = run(folder, ['start', '--port', '0', '--name', 'The Ferry Office', '--email', 'admin@example.org'])
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /serves (http:\/\/\S+?)\/ /.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
  return {
    url,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  return response.text()
}

function dataFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'dateline-journey-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
