import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { HeldEdition } from './edition-store.ts'

/** Where and when an edition was public before an archive brought it, as far as its source says. */
export type Origin = { address: string | null; publishedAt: Date | null }

/** The origin of an edition that readers never had here; undefined where they have had it, or it was written here. */
export async function readOrigin(db: Reader, { id, story, filedBy }: Pick<HeldEdition, 'id' | 'story' | 'filedBy'>, now: Date) {
  // What an archive brings, nobody filed; a translation that somebody made of it is new.
  if (filedBy !== null) return undefined
  const origin: Origin | undefined = await db
    .selectFrom('newsroom.story')
    .select(['origin_address as address', 'origin_published_at as publishedAt'])
    .where('id', '=', story)
    .where('origin_key', 'is not', null)
    .where(
      sql<SqlBool>`not exists (select from newsroom.release release where release.edition_id = ${id} and release.revision is not null
        and release.called_off_at is null and release.from_at <= ${now})`,
    )
    .executeTakeFirst()
  return origin
}
