import { runCommand } from './commands/run-command.ts'

// `dateline import … | head`: who reads no further has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

let stop: ((signal: string) => void) | undefined
let askedAt: number | undefined

for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
  process.on(signal, () => {
    if (stop && askedAt === undefined) {
      askedAt = performance.now()
      return stop(signal)
    }
    // npm passes a ctrl-C of the terminal on, so that it comes twice: what comes at once is the same wish.
    if (askedAt !== undefined && performance.now() - askedAt < 500) return
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
    process.exit(code) // the first process of a container dies of no signal
  })
}

process.exitCode = await runCommand({
  argv: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onSignal: (handler) => {
    stop = handler
  },
})

// Whoever was asked something is listened to no longer, or the process would stay for them.
if (process.stdin.isTTY) process.stdin.unref()
