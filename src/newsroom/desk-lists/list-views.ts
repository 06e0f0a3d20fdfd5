import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { listPolicy } from './list-policy.ts'
import { knownQuery } from './view-query.ts'

export type SavedView = { id: string; name: string; query: string; isShared: boolean; by: string; mayRemove: boolean }

/** The views that a member has, by name: their own, and what others share with all. */
export async function listViews(
  db: Reader,
  member: Member,
  { after, atMost = 200 }: { after?: { name: string; id: string } | undefined; atMost?: number } = {},
): Promise<SavedView[]> {
  let views = db
    .selectFrom('newsroom.saved_view')
    .select(['id', 'name', 'query', 'is_shared as isShared', 'saved_by as by', 'member_id as member'])
    .where((eb) => eb.or([eb('member_id', '=', member.id), eb('is_shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .limit(atMost)
  if (after) views = views.where(sql<SqlBool>`(name, id) > (${after.name}, ${after.id}::uuid)`)
  const rows = await views.execute()
  return rows.map(({ member: owner, query, ...view }) => ({
    ...view,
    query: knownQuery(query),
    mayRemove: listPolicy.removeView(member, { ...view, member: owner }),
  }))
}
