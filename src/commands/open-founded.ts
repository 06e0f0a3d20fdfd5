import { Failure } from '#lib/failure.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { holdsArchive } from '#platform/database/open-database.ts'

import { asTyped } from './as-typed.ts'
import { openNewsroom } from './open-newsroom.ts'

/** Opens a newsroom for a command beside its server; a Failure that names the place, and makes nothing there, where there is none. */
export async function openFounded(config: Config): Promise<Newsroom> {
  if (config.databaseUrl === null && !holdsArchive(config.dataFolder)) throw notFounded(config)
  const newsroom = await openNewsroom(config, 'beside')
  try {
    if (await isFounded(newsroom)) return newsroom
    throw notFounded(config)
  } catch (error) {
    await newsroom.db[Symbol.asyncDispose]()
    throw error
  }
}

export async function isFounded({ db }: Newsroom): Promise<boolean> {
  const settings = await db.writer.selectFrom('newsroom.settings').select('is_demo').executeTakeFirst()
  return settings !== undefined
}

function notFounded({ databaseUrl, dataFolder }: Config): Failure {
  const line = databaseUrl
    ? `There is no newsroom in the database of DATABASE_URL yet: ${asTyped('start')} founds one.`
    : `There is no newsroom in ${dataFolder} yet: name the server’s DATELINE_DATA or DATABASE_URL, or found one with ${asTyped('start')}.`
  return new Failure('missing', 'not-founded', line)
}
