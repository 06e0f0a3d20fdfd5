import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import { z } from 'zod'

import { isoMoment } from '#lib/iso-moment.ts'
import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { EditionLine } from './edition-line.ts'
import { lineOf } from './edition-line.ts'
import type { ListFilter, ListOrder, ListPlace, ListQuery } from './list-query.ts'
import type { NarrowedLines } from './narrow-lines.ts'
import { narrowLines } from './narrow-lines.ts'

export const linesAPage = 30
export const countAtMost = 1000

export type ListedEditions = {
  lines: EditionLine[]
  order: ListOrder
  /** Where the pages beside this one begin. */
  next: ListPlace | undefined
  previous: ListPlace | undefined
}

/** A page of a list with how many there are. Few that match words come best first, many last saved first: ranking all of many is slow. */
export async function readList(db: Reader, member: Member, query: ListQuery, now: Date): Promise<ListedEditions & { count: number }> {
  const count = await countEditions(db, member, query, now)
  const order = query.order ?? (query.text && count <= countAtMost ? 'match' : 'saved')
  return { ...(await listEditions(db, member, { ...query, order }, now)), count }
}

/** The editions that a member may read, a page at a time by key, both ways; last saved first where no order is asked for. */
export async function listEditions(db: Reader, member: Member, query: ListQuery, now: Date): Promise<ListedEditions> {
  const narrowed = await narrowLines(db, member, query, now)
  const order = query.order === 'match' && !narrowed.text ? 'saved' : (query.order ?? 'saved')
  const key = keyOf(order, narrowed)
  const place = placeIn(order, query.before ?? query.after)
  const isBack = place !== undefined && query.before !== undefined
  const { atMost = linesAPage } = query
  const direction = isBack ? 'asc' : 'desc'
  let lines = narrowed.lines.select(order === 'match' ? sql<string>`(${key.value})::text`.as('rank') : sql<string>`''`.as('rank'))
  if (order === 'released') lines = lines.where('edition.shown_from', 'is not', null).where('edition.published_at', 'is not', null)
  if (place)
    lines = lines.where(
      sql<SqlBool>`(${key.value}, edition.id) ${isBack ? sql`>` : sql`<`} (${place.key}::text::${sql.raw(key.type)}, ${place.edition}::uuid)`,
    )
  const rows = await lines
    .orderBy(key.value, direction)
    .orderBy('edition.id', direction)
    .limit(atMost + 1)
    .execute()
  const isMore = rows.length > atMost
  const shown = isBack ? rows.slice(0, atMost).toReversed() : rows.slice(0, atMost)
  const placeOf = (row: (typeof rows)[number] | undefined): ListPlace | undefined => {
    const at = row && (order === 'released' ? row.published_at : row.saved_at)
    return row && at ? { key: order === 'match' ? row.rank : at.toISOString(), edition: row.id } : undefined
  }
  return {
    lines: shown.map((row) => lineOf(row, now)),
    order,
    next: isBack || isMore ? placeOf(shown.at(-1)) : undefined,
    previous: (isBack && isMore) || (place && !isBack) ? placeOf(shown[0]) : undefined,
  }
}

/** How many editions a filter lets through, counted up to a thousand and one. */
export async function countEditions(db: Reader, member: Member, filter: ListFilter, now: Date): Promise<number> {
  const { lines } = await narrowLines(db, member, filter, now)
  const some = lines
    .clearSelect()
    .select('edition.id')
    .limit(countAtMost + 1)
  const row = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** The ids of what a filter lets through, in the order of the list, at most so many. */
export async function findMatching(db: Reader, member: Member, filter: ListFilter, now: Date, atMost: number): Promise<string[]> {
  const { lines } = await narrowLines(db, member, filter, now)
  const rows = await lines
    .clearSelect()
    .select('edition.id')
    .orderBy('edition.saved_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => id)
}

/** A place that is one in this order; what came from elsewhere is none, and the list begins at its beginning. */
function placeIn(order: ListOrder, place: ListPlace | undefined): ListPlace | undefined {
  if (!place) return undefined
  const isKey = order === 'match' ? isRank(place.key) : z.iso.datetime().safeParse(place.key).success && isoMoment(place.key) !== undefined
  return isKey && z.uuid().safeParse(place.edition).success ? place : undefined
}

/** How well a line matches, as the archive writes it, and no number beyond what it can hold. */
const isRank = (key: string): boolean => /^\d{1,6}(\.\d{1,30})?(e-[0-2]?\d)?$/.test(key)

function keyOf(order: ListOrder, { text }: NarrowedLines): { value: RawBuilder<unknown>; type: 'timestamptz' | 'real' } {
  if (order === 'match' && text) return { value: text.rank, type: 'real' }
  return { value: sql.ref(order === 'released' ? 'edition.published_at' : 'edition.saved_at'), type: 'timestamptz' }
}
