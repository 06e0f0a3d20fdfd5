import { sql } from 'kysely'

import { headlineQuery } from '../stories/headline-parts.ts'
import type { LiveReader } from './live-reader.ts'
import { visibleAt } from '../visible-at.ts'

export type Headline = { headline: string; slug: string; language: string }

const newest = 1000

/**
 * What readers see now whose headline has all of these words, in any order, newest first: for those who look for a story to link to. Words that many
 * have are found among the newest; what few have, the index finds among all.
 */
export async function findHeadlines(live: LiveReader, words: string, atMost = 10): Promise<Headline[]> {
  const query = headlineQuery(words)
  if (query === undefined) return visible(live).orderBy('published_at', 'desc').limit(atMost).execute()
  const matches = sql<boolean>`headline_parts @@ ${query}::tsquery`
  const lately = await live.db
    .selectFrom(visible(live).select('headline_parts').orderBy('published_at', 'desc').limit(newest).as('newest'))
    .select(['headline', 'slug', 'language'])
    .where(matches)
    .limit(atMost)
    .execute()
  if (lately.length === atMost) return lately
  // Apart, so that the index is asked for the words, and not for the newest of all.
  return live.db
    .with(
      (cte) => cte('matching').materialized(),
      () => visible(live).select('published_at').where(matches),
    )
    .selectFrom('matching')
    .select(['headline', 'slug', 'language'])
    .orderBy('published_at', 'desc')
    .limit(atMost)
    .execute()
}

const visible = (live: LiveReader) =>
  live.db.selectFrom('live.edition').select(['headline', 'slug', 'language']).where(visibleAt(live.now, 'edition'))
