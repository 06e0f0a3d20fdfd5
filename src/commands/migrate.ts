import { Command } from 'commander'

import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'

import { migrationsFolder } from './open-newsroom.ts'
import type { Terminal } from './terminal.ts'

export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate').description('Bring the archive to the newest schema').action(async () => {
    const config = readConfig(terminal.env)
    await using db = await openDatabase({ databaseUrl: config.databaseUrl ?? undefined, dataFolder: config.dataFolder, role: 'beside' })
    const applied = await migrate(db, migrationsFolder)
    terminal.stderr.write(applied.length === 0 ? 'The schema is the newest already.\n' : `Applied ${applied.join(', ')}.\n`)
  })
}
