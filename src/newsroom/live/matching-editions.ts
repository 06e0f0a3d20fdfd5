import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'

import { stemmerOf } from '../stories/search-vector.ts'
import type { LiveReader } from './live-reader.ts'
import { partByNames } from './named-entries.ts'

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
    .where('edition.visible_from', '<=', live.now)
    .where((eb) => eb.or([eb('edition.visible_until', 'is', null), eb('edition.visible_until', '>', live.now)]))
    .where(sql<boolean>`edition.search @@ ${query}`)
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
