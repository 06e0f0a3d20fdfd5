import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'

import { stretchOf } from '#lib/stretch-of.ts'

import { riverTag } from '../live-tags.ts'
import type { LiveReader } from './live-reader.ts'
import type { RiverItem } from './live-story.ts'
import type { RiverPlace } from './matching-editions.ts'
import { countAtMost, countMatches, matchingEditions, newestMatching, queryOf, rankBy } from './matching-editions.ts'
import { itemColumns, riverItem } from './river-items.ts'

/** A place in a list of matches. `match` is how well it matches, as the archive writes it; null: the list is by time. */
export type MatchMark = RiverPlace & { match: string | null }

type Asked = { language: string; words: string; after?: MatchMark | undefined; atMost: number }

/** Stories that match what a reader typed, the best first, after a place in that order; very many come newest first, to their end. */
export async function listMatches(
  live: LiveReader,
  { language, words, after, atMost }: Asked,
): Promise<{ items: RiverItem[]; next: MatchMark | undefined }> {
  live.note(riverTag('all', language))
  const query = queryOf(live, language, words)
  const isRanked = after ? after.match !== null : (await countMatches(live, matchingEditions(live, language, query))) <= countAtMost
  const stretch = { language, after, atMost: atMost + 1 }
  const rows = await (isRanked ? bestMatches(live, query, stretch) : newestMatches(live, query, stretch))
  const { items, next } = stretchOf(rows, atMost)
  return {
    items: items.map((row) => riverItem(row, live.registers)),
    next: next && { match: next.match, publishedAt: next.published_at, rank: next.rank, release: next.release_id },
  }
}

type Stretch = Omit<Asked, 'words'>

async function bestMatches(live: LiveReader, query: RawBuilder<unknown>, { language, after, atMost }: Stretch) {
  const rank = rankBy(query)
  let matching = matchingEditions(live, language, query)
    .select([...itemColumns, 'edition.release_id'])
    .select([sql<string | null>`(${rank})::text`.as('match'), sql<number>`0`.as('rank')])
  if (after)
    matching = matching.where(
      sql<SqlBool>`(${rank}, edition.published_at, edition.release_id) < (${after.match}::text::real, ${after.publishedAt}, ${after.release}::uuid)`,
    )
  return matching
    .orderBy(rank, 'desc')
    .orderBy('edition.published_at', 'desc')
    .orderBy('edition.release_id', 'desc')
    .limit(atMost)
    .execute()
}

async function newestMatches(live: LiveReader, query: RawBuilder<unknown>, { language, after, atMost }: Stretch) {
  return newestMatching(live, language, query, after)
    .select([...itemColumns, 'edition.release_id', 'found.rank'])
    .select(sql<string | null>`null`.as('match'))
    .limit(atMost)
    .execute()
}
