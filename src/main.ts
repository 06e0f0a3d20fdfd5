import { runCommand } from './commands/run-command.ts'

process.exitCode = await runCommand({
  argv: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onSignal: (handler) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => handler(signal))
  },
})
