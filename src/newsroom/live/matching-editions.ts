import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'

import { stemmerOf } from '../stories/search-vector.ts'
import type { LiveReader } from './live-reader.ts'
import { partByNames } from './named-entries.ts'
import { visibleAt } from '../visible-at.ts'

/** Ranking all of more than these is slow. */
export const countAtMost = 1000

/** What readers type finds the words, and where they name an entry of the registers, what is about it by whatever name. */
export function queryOf({ registers }: LiveReader, language: string, typed: string): RawBuilder<unknown> {
  const said = (words: string) => sql`websearch_to_tsquery(${stemmerOf(language)}::regconfig, ${fold(words)})`
  const parts = partByNames(registers, typed).map(({ words, about }) =>
    about.length === 0 ? said(words) : sql`(${sql.join([said(words), ...about.map((one) => sql`${lexeme(one)}::tsquery`)], sql` || `)})`,
  )
  return sql`(${sql.join(parts, sql` && `)})`
}

const lexeme = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** What readers have in a language that matches. */
export function matchingEditions(live: LiveReader, language: string, query: RawBuilder<unknown>) {
  return live.db
    .selectFrom('live.edition as edition')
    .where('edition.language', '=', language)
    .where(visibleAt(live.now, 'edition'))
    .where(sql<boolean>`edition.search @@ ${query}`)
}

/** A place in the river of a language. */
export type RiverPlace = { publishedAt: Date; rank: number; release: string }

/** The same in the order of the river, walked from its newest end, or from a place on, until there are enough, which a common word does at once. */
export function newestMatching(live: LiveReader, language: string, query: RawBuilder<unknown>, after?: RiverPlace) {
  let river = live.db
    .selectFrom('live.river')
    .select(['release_id', 'published_at', 'rank'])
    .where('facet', '=', 'all')
    .where('language', '=', language)
    .where(visibleAt(live.now, 'river'))
    .orderBy('published_at', 'desc')
    .orderBy('rank', 'desc')
    .orderBy('release_id', 'desc')
    .offset(0)
  if (after)
    river = river.where(sql<SqlBool>`(published_at, rank, release_id) < (${after.publishedAt}, ${after.rank}, ${after.release}::uuid)`)
  return live.db
    .selectFrom(river.as('found'))
    .innerJoin('live.edition as edition', 'edition.release_id', 'found.release_id')
    .where(sql<boolean>`edition.search @@ ${query}`)
    .orderBy('found.published_at', 'desc')
    .orderBy('found.rank', 'desc')
    .orderBy('found.release_id', 'desc')
}

/** How many match, counted up to one more than are ranked. */
export async function countMatches(live: LiveReader, matching: ReturnType<typeof matchingEditions>): Promise<number> {
  const some = matching.select('edition.release_id').limit(countAtMost + 1)
  const counted = await live.db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(counted?.n ?? 0)
}

/** How well an edition matches. */
export const rankBy = (query: RawBuilder<unknown>) => sql<number>`ts_rank_cd(edition.search, ${query})`
