import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { LiveReader } from './live-reader.ts'
import type { River, RiverItem } from './live-story.ts'
import { riverTag } from '../live-tags.ts'
import type { ItemRow } from './river-items.ts'
import { itemColumns, riverItem } from './river-items.ts'
import { visibleAt } from '../visible-at.ts'

export const pageSize = 20

/** One page of the river that flows through all of these facets (`all`, `section=…`, …), newest first. */
export async function findRiver(live: LiveReader, language: string, facets: string[], page: number): Promise<River> {
  const wanted = facets.length > 0 ? facets : ['all']
  live.note(...wanted.map((facet) => riverTag(facet, language)))
  const [only, second] = wanted
  if (only && !second) {
    const [total, rows] = await Promise.all([countRiver(live, language, only), readRows(live, language, { main: only, others: [] }, page)])
    return riverPage(live, rows, total, page)
  }
  const counts = await Promise.all(wanted.map((facet) => countRiver(live, language, facet)))
  const smallest = counts.indexOf(Math.min(...counts))
  const main = wanted[smallest] ?? 'all'
  const others = wanted.filter((facet) => facet !== main)
  const [total, rows] = await Promise.all([countCrossing(live, language, main, others), readRows(live, language, { main, others }, page)])
  return riverPage(live, rows, total, page)
}

/** The newest stories of one river, uncounted. */
export async function findNewest(live: LiveReader, language: string, facet: string, atMost: number): Promise<RiverItem[]> {
  live.note(riverTag(facet, language))
  const rows = await readRows(live, language, { main: facet, others: [] }, 1, atMost)
  return rows.map((row) => riverItem(row, live.registers))
}

function riverPage(live: LiveReader, rows: ItemRow[], total: number, page: number): River {
  return { items: rows.map((row) => riverItem(row, live.registers)), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** Kept counts include rows that are not visible at this moment; those few are counted and taken off. */
async function countRiver(live: LiveReader, language: string, facet: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce((select stories from live.river_count where facet = ${facet} and language = ${language}), 0)
      - (select count(*) from live.river where facet = ${facet} and language = ${language} and visible_from > ${live.now})
      - (select count(*) from live.river where facet = ${facet} and language = ${language} and visible_until <= ${live.now}) as n`.execute(
    live.db,
  )
  return Number(rows[0]?.n ?? 0)
}

async function countCrossing(live: LiveReader, language: string, main: string, others: string[]): Promise<number> {
  const row = await flowing(live, language, main, others)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

function flowing(live: LiveReader, language: string, main: string, others: string[]) {
  let query = live.db
    .selectFrom('live.river as river')
    .where('river.facet', '=', main)
    .where('river.language', '=', language)
    .where(visibleAt(live.now, 'river'))
  for (const other of others) {
    query = query.where(sql<SqlBool>`exists (select from live.river o where o.release_id = river.release_id and o.facet = ${other})`)
  }
  return query
}

function readRows(
  live: LiveReader,
  language: string,
  { main, others }: { main: string; others: string[] },
  page: number,
  size = pageSize,
): Promise<ItemRow[]> {
  const ids = flowing(live, language, main, others)
    .select(['river.release_id', 'river.published_at', 'river.rank'])
    .orderBy('river.published_at', 'desc')
    .orderBy('river.rank', 'desc')
    .orderBy('river.release_id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
  return live.db
    .selectFrom(ids.as('found'))
    .innerJoin('live.edition as edition', 'edition.release_id', 'found.release_id')
    .select(itemColumns)
    .orderBy('found.published_at', 'desc')
    .orderBy('found.rank', 'desc')
    .orderBy('found.release_id', 'desc')
    .execute()
}
