import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { report } from './measure.ts'

/** From the command to the first page: with the demo to fill, then with data; and memory at rest. */
export async function measureStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-start-'))
  try {
    const first = await startOnce(folder)
    report('first start with the demo', `${(first.taken / 1000).toFixed(2)} s`, '≤ 15 s')
    const again = await startOnce(folder)
    report('start with data to first 200', `${(again.taken / 1000).toFixed(2)} s`, '≤ 2 s')
    if (again.memory) report('memory at rest, whole tree (PSS)', `${again.memory.toFixed(0)} MB`, '≤ 250 MB')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(folder: string): Promise<{ taken: number; memory: number | undefined }> {
  const began = performance.now()
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = spawn(process.execPath, ['bin/dateline.mjs', 'start', '--demo', '--port', String(port)], {
    env: { ...process.env, DATELINE_DATA: folder },
    stdio: 'ignore',
  })
  try {
    while (!(await isUp(`http://localhost:${port}/news`))) {
      if (server.exitCode !== null) throw new Error(`dateline start ended with ${server.exitCode}`)
      await wait(20)
    }
    const taken = performance.now() - began
    await wait(5000)
    return { taken, memory: server.pid === undefined ? undefined : memoryOf(server.pid) }
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false
  }
}

/** PSS in MB of a process and all below it; Linux only. */
function memoryOf(root: number): number | undefined {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
          const parent = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
          return parent ? [[Number(name), Number(parent)] as const] : []
        }),
    )
    const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0))
    const kilobytes = [...parents.keys()]
      .filter(isBelow)
      .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
    return kilobytes.reduce((sum, part) => sum + part, 0) / 1024
  } catch {
    return undefined
  }
}
