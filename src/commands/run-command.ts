import { Command, CommanderError } from 'commander'

import { Failure } from '#lib/failure.ts'

import { exitCodeOf } from './exit-code.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { startCommand } from './start.ts'
import type { Terminal } from './terminal.ts'
import { userCommand } from './user.ts'
import { readVersion } from './version.ts'

/** Runs one `dateline …` command. Returns the exit code: 0 it worked, 1 the work failed, 2 an argument or a variable is wrong. */
export async function runCommand(terminal: Terminal): Promise<number> {
  const program = new Command('dateline')
    .description('A newsroom for organisations that work through projects')
    .version(readVersion(), '--version', 'print which Dateline this is')
  const silence = { writeOut: (text: string) => terminal.stdout.write(text), writeErr: (text: string) => terminal.stderr.write(text) }
  for (const command of [startCommand(terminal), importCommand(terminal), migrateCommand(terminal), userCommand(terminal)])
    program.addCommand(command)
  for (const command of withSubcommands(program)) command.exitOverride().configureOutput(silence).showHelpAfterError(false)
  try {
    await program.parseAsync(terminal.argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof Failure)) throw error
    terminal.stderr.write(`${error.message}\n`)
    return exitCodeOf(error)
  }
}

const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)]
