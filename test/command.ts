import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../bin/dateline.mjs')

export type Run = { code: number | null; stdout: string; stderr: string }

type Env = Record<string, string>

/** Begins a `dateline` command on a data folder, in an environment that says nothing else but `env`. */
export function run(folder: string, args: string[], env: Env = {}): ChildProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !['DATABASE_URL', 'PORT', 'HOST', 'PUBLIC_URL'].includes(name)),
  )
  return spawn(process.execPath, [entry, ...args], { env: { ...clean, DATELINE_DATA: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs a command to its end. */
export async function dateline(folder: string, args: string[], env: Env = {}): Promise<Run> {
  const child = run(folder, args, env)
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (text: Buffer) => (said.stdout += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (said.stderr += text.toString()))
  await once(child, 'close')
  return { code: child.exitCode, ...said }
}

export type Served = AsyncDisposable & {
  url: string
  child: ChildProcess
  /** What it has said on standard error so far. */
  said(): string
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: string | null }>
}

/** A newsroom that serves, on any free port unless the arguments name one; asked to stop when disposed of. */
export async function served(folder: string, args: string[] = [], env: Env = {}): Promise<Served> {
  const child = run(folder, ['start', '--port', '0', '--name', 'The Ferry Office', '--email', 'admin@example.org', ...args], env)
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /serves (https?:\/\/\S+?)\/ [\s\S]*signs in once/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
  return {
    url,
    child,
    said: () => said,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export function dataFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'dateline-journey-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
