import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

import type { LiveReader } from './live-reader.ts'
import type { SearchResult } from './live-story.ts'
import { riverTag } from '../live-tags.ts'
import { countAtMost, countMatches, matchingEditions, queryOf, rankBy } from './matching-editions.ts'
import type { ItemRow } from './river-items.ts'
import { itemColumns, riverItem } from './river-items.ts'

const pageSize = 20

/** Stories that match what a reader typed, in one language. Ranking all of many matches is slow, so many come newest first. */
export async function searchStories(live: LiveReader, language: string, words: string, page: number): Promise<SearchResult> {
  live.note(riverTag('all', language))
  const query = queryOf(live, language, words)
  const matching = matchingEditions(live, language, query)
  const found = await countMatches(live, matching)
  const isCapped = found > countAtMost
  const total = Math.min(found, countAtMost)
  const rows = isCapped
    ? await newestMatches(live, language, query, page)
    : await matching
        .orderBy(rankBy(query), 'desc')
        .select(itemColumns)
        .orderBy('edition.published_at', 'desc')
        .orderBy('edition.release_id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { items: rows.map((row) => riverItem(row, live.registers)), total, isCapped, page, pages, isRanked: !isCapped }
}

/** Walks the river from its newest end until a page is full, which a common word does at once. */
function newestMatches(live: LiveReader, language: string, query: RawBuilder<unknown>, page: number): Promise<ItemRow[]> {
  const river = live.db
    .selectFrom('live.river')
    .select(['release_id', 'published_at', 'rank'])
    .where('facet', '=', 'all')
    .where('language', '=', language)
    .where('visible_from', '<=', live.now)
    .where((eb) => eb.or([eb('visible_until', 'is', null), eb('visible_until', '>', live.now)]))
    .orderBy('published_at', 'desc')
    .orderBy('rank', 'desc')
    .orderBy('release_id', 'desc')
    .offset(0)
  return live.db
    .selectFrom(river.as('found'))
    .innerJoin('live.edition as edition', 'edition.release_id', 'found.release_id')
    .where(sql<boolean>`edition.search @@ ${query}`)
    .select(itemColumns)
    .orderBy('found.published_at', 'desc')
    .orderBy('found.rank', 'desc')
    .orderBy('found.release_id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
}
