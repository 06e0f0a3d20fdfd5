import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import { wordsIn } from './act-words.ts'

const beginWith = (words: string[]) => sql<SqlBool>`search @@ ${words.map((word) => `${word}:*`).join(' & ')}::tsquery`

/** One line of the audit log. */
export type RecordedAct = {
  id: string
  at: Date
  member: string | null
  by: string
  act: string
  kind: string
  object: string
  name: string
  details: unknown
  surface: string
  address: string | null
}

export type ActQuery = {
  /** Words of who, what or to what, or how they begin. */
  text?: string
  member?: string
  act?: string
  kind?: string
  object?: string
  /** Both ends included. */
  from?: Date
  until?: Date
  before?: { at: Date; id: string }
}

/** The audit log, newest first, a page at a time by key. */
export async function findActs(db: Reader, query: ActQuery, atMost = 100): Promise<{ acts: RecordedAct[]; next: RecordedAct | undefined }> {
  let rows = db
    .selectFrom('newsroom.audit')
    .select(['id', 'at', 'member_id as member', 'member_name as by', 'act', 'kind', 'object_id as object', 'name', 'details'])
    .select(['surface', 'address'])
  if (query.member) rows = rows.where('member_id', '=', query.member)
  if (query.act) rows = rows.where('act', '=', query.act)
  if (query.kind) rows = rows.where('kind', '=', query.kind)
  if (query.object) rows = rows.where('object_id', '=', query.object)
  if (query.from) rows = rows.where('at', '>=', query.from)
  if (query.until) rows = rows.where('at', '<=', query.until)
  if (query.text) {
    const words = wordsIn(query.text)
    rows = rows.where(words.length > 0 ? beginWith(words) : sql<SqlBool>`false`)
  }
  const { before } = query
  if (before) rows = rows.where(sql<SqlBool>`(at, id) < (${before.at}, ${before.id}::uuid)`)
  const found = await rows
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost + 1)
    .execute()
  const acts = found.slice(0, atMost)
  return { acts, next: found.length > atMost ? acts.at(-1) : undefined }
}
