import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

/** The demo's /news from a server process of its own, and the same bytes for whoever it is measured against. */
export async function servedPage(): Promise<AsyncDisposable & { url: string; html: Uint8Array; gzip: Uint8Array }> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-press-'))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = spawn(process.execPath, ['bin/dateline.mjs', 'start', '--demo', '--host', '127.0.0.1', '--port', String(port)], {
    env: { ...process.env, DATELINE_DATA: folder },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}/news`
  const html = await firstPage(url)
  return {
    url,
    html,
    gzip: gzipSync(html, { level: 6 }),
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function firstPage(url: string): Promise<Uint8Array> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
      if (response.status === 200) return new Uint8Array(await response.arrayBuffer())
    } catch {
      // Not up yet.
    }
    await wait(50)
  }
  throw new Error('the server did not come up within 30 s')
}
