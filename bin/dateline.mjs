#!/usr/bin/env node
// Runs the `dateline` command in this very process where Node is new enough, else in the Node that the package pins.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldestMajor = 26

// React prints twice as fast when it does not check itself.
process.env.NODE_ENV ??= 'production'

if (Number.parseInt(process.versions.node, 10) >= oldestMajor) {
  await import('./load-tsx.mjs')
  await import('../src/main.ts')
} else handOver(pinnedNode(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)])

function pinnedNode() {
  const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function handOver(node, args) {
  // Becomes the pinned Node, where Node can: same process id, so signals and exit codes need nobody to carry them.
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], process.env)
  const child = spawn(node, args, { stdio: 'inherit' })
  child.on('error', (error) => {
    console.error(`dateline: cannot start ${node}: ${error.message}; run npm ci`)
    process.exit(1)
  })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    // A terminal sends ctrl-C to both; sent on as well, it would come twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
