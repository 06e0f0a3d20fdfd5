import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'

import { fold } from '#lib/fold.ts'
import type { Reader } from '#platform/database/database.ts'

import { readSettings } from '../settings/read-settings.ts'
import { stemmerOf } from '../stories/search-vector.ts'

/** The condition that an edition (aliased `edition`) has words in its text, and how well it matches. */
export type TextQuery = { matches: RawBuilder<SqlBool>; rank: RawBuilder<number> }

/** Words as each language of the newsroom stems them; the last may be the beginning of one. In what is of no such language they are taken as they stand. */
export async function textQuery(db: Reader, typed: string, language: string | undefined): Promise<TextQuery> {
  const languages = language ? [language] : (await readSettings(db)).languages
  const words = fold(typed)
  const byStemmer = Map.groupBy(languages, stemmerOf)
  const arms = [...byStemmer].map(([stemmer, spoken]) => ({
    isSpoken: sql<SqlBool>`edition.language = any(${spoken}::text[])`,
    query: queryIn(stemmer, words),
  }))
  const others = { isSpoken: sql<SqlBool>`edition.language <> all(${languages}::text[])`, query: queryIn('simple', words) }
  const all = language ? arms : [...arms, others]
  return {
    matches: sql<SqlBool>`(${sql.join(
      all.map(({ isSpoken, query }) => sql`(${isSpoken} and edition.search @@ ${query})`),
      sql` or `,
    )})`,
    rank: sql<number>`case ${sql.join(
      all.map(({ isSpoken, query }) => sql`when ${isSpoken} then ts_rank(edition.search, ${query})`),
      sql` `,
    )} else 0 end`,
  }
}

/** A condition that an edition is about any of some things, as its search vector names them. */
export const isAbout = (things: string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`edition.search @@ ${things.map((thing) => `'${thing.replace(/['\\]/g, '')}'`).join(' | ')}::tsquery`

// What ends with a word may go on; what ends with a quote or a lone letter says exactly what it means.
function queryIn(stemmer: string, words: string): RawBuilder<string> {
  const query = sql<string>`websearch_to_tsquery(${stemmer}::regconfig, ${words})`
  const isOpen = /([\p{L}\p{N}]{2}|\p{N})$/u.test(words) && !/["“”«»]|(^|[^\p{L}\p{N}])-/u.test(words)
  return isOpen ? sql<string>`(nullif(${query}::text, '') || ':*')::tsquery` : query
}
