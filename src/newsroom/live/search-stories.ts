import type { LiveReader } from './live-reader.ts'
import type { SearchResult } from './live-story.ts'
import { riverTag } from '../live-tags.ts'
import { countAtMost, countMatches, matchingEditions, newestMatching, queryOf, rankBy } from './matching-editions.ts'
import { itemColumns, riverItem } from './river-items.ts'

const pageSize = 20

/** Stories that match what a reader typed, in one language. Ranking all of many matches is slow, so many come newest first. */
export async function searchStories(live: LiveReader, language: string, words: string, page: number): Promise<SearchResult> {
  live.note(riverTag('all', language))
  const query = queryOf(live, language, words)
  const matching = matchingEditions(live, language, query)
  const found = await countMatches(live, matching)
  const isCapped = found > countAtMost
  const offset = (page - 1) * pageSize
  const total = Math.min(found, countAtMost)
  const rows = isCapped
    ? await newestMatching(live, language, query).select(itemColumns).limit(pageSize).offset(offset).execute()
    : await matching
        .orderBy(rankBy(query), 'desc')
        .select(itemColumns)
        .orderBy('edition.published_at', 'desc')
        .orderBy('edition.release_id', 'desc')
        .limit(pageSize)
        .offset(offset)
        .execute()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { items: rows.map((row) => riverItem(row, live.registers)), total, isCapped, page, pages, isRanked: !isCapped }
}
