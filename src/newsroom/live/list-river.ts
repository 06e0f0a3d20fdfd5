import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import { riverTag } from '../live-tags.ts'
import type { LiveReader } from './live-reader.ts'
import type { RiverItem } from './live-story.ts'
import { itemColumns, riverItem } from './river-items.ts'
import { visibleAt } from '../visible-at.ts'

/** Where in a river a list goes on: after this release. */
export type RiverMark = { publishedAt: Date; rank: number; release: string }

export type RiverStretch = { items: RiverItem[]; next: RiverMark | undefined }

/** The stories of the river that flows through all of these facets (none: `all`), newest first, from a mark on; uncounted, so that its end is as quick as its beginning. */
export async function listRiver(
  live: LiveReader,
  { language, facets, after, atMost }: { language: string; facets: string[]; after?: RiverMark | undefined; atMost: number },
): Promise<RiverStretch> {
  const [main = 'all', ...others] = facets
  live.note(...[main, ...others].map((facet) => riverTag(facet, language)))
  let flowing = live.db
    .selectFrom('live.river as river')
    .select(['river.release_id', 'river.published_at', 'river.rank'])
    .where('river.facet', '=', main)
    .where('river.language', '=', language)
    .where(visibleAt(live.now, 'river'))
  for (const other of others) {
    flowing = flowing.where(sql<SqlBool>`exists (select from live.river o where o.release_id = river.release_id and o.facet = ${other})`)
  }
  if (after)
    flowing = flowing.where(
      sql<SqlBool>`(river.published_at, river.rank, river.release_id) < (${after.publishedAt}, ${after.rank}, ${after.release}::uuid)`,
    )
  const found = flowing
    .orderBy('river.published_at', 'desc')
    .orderBy('river.rank', 'desc')
    .orderBy('river.release_id', 'desc')
    .limit(atMost + 1)
  const rows = await live.db
    .selectFrom(found.as('found'))
    .innerJoin('live.edition as edition', 'edition.release_id', 'found.release_id')
    .select([...itemColumns, 'found.release_id', 'found.rank'])
    .orderBy('found.published_at', 'desc')
    .orderBy('found.rank', 'desc')
    .orderBy('found.release_id', 'desc')
    .execute()
  const shown = rows.slice(0, atMost)
  const last = rows.length > atMost ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => riverItem(row, live.registers)),
    next: last && { publishedAt: last.published_at, rank: last.rank, release: last.release_id },
  }
}
