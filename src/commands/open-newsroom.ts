import { fileURLToPath } from 'node:url'

import type { Newsroom } from '#newsroom/newsroom.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config/config.ts'
import { requireDataFolder } from '#platform/config/data-folder.ts'
import type { Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { explainRefusal, requirePostgres, requireRoles } from '#platform/database/require-postgres.ts'

export const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** Opens the archive, brings its schema up to date, and hands it over with the time. Close it by disposing of `db`. */
export async function openNewsroom(config: Config, role: 'server' | 'beside'): Promise<Newsroom> {
  const { db } = await openArchive(config, role)
  return { db, clock: systemClock, ...(config.publicUrl && { origin: config.publicUrl.href.replace(/\/$/, '') }) }
}

/** The archive with the newest schema, and the names of the migrations that it took. */
export async function openArchive(config: Config, role: 'server' | 'beside'): Promise<{ db: Database; applied: string[] }> {
  const { databaseUrl, dataFolder } = config
  if (role === 'server' || databaseUrl === null) await requireDataFolder(dataFolder)
  const db = await openDatabase({ databaseUrl: databaseUrl ?? undefined, dataFolder, role })
  try {
    if (databaseUrl !== null) await requirePostgres(db, databaseUrl)
    const applied = await migrate(db, migrationsFolder)
    if (databaseUrl !== null) await requireRoles(db)
    return { db, applied }
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw databaseUrl === null ? error : explainRefusal(error, databaseUrl)
  }
}
