import { fileURLToPath } from 'node:url'

import type { Newsroom } from '#newsroom/newsroom.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'

export const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** Opens the archive, brings its schema up to date, and hands it over with the time. Close it by disposing of `db`. */
export async function openNewsroom(config: Config, role: 'server' | 'beside'): Promise<Newsroom> {
  const db = await openDatabase({ databaseUrl: config.databaseUrl ?? undefined, dataFolder: config.dataFolder, role })
  try {
    await migrate(db, migrationsFolder)
    return { db, clock: systemClock, ...(config.publicUrl && { origin: config.publicUrl.href.replace(/\/$/, '') }) }
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
}
