import { Command } from 'commander'

import { readConfig } from '#platform/config/config.ts'

import { openArchive } from './open-newsroom.ts'
import type { Terminal } from './terminal.ts'

export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate').description('Bring the archive to the newest schema').action(async () => {
    const { db, applied } = await openArchive(readConfig(terminal.env), 'beside')
    await using _archive = db
    terminal.stderr.write(applied.length === 0 ? 'The schema is the newest already.\n' : `Applied ${applied.join(', ')}.\n`)
  })
}
