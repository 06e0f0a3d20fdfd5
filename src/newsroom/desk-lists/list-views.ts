import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { listPolicy } from './list-policy.ts'

export type SavedView = { id: string; name: string; query: string; isShared: boolean; by: string; mayRemove: boolean }

/** The views that a member has: their own, and what others share with all. */
export async function listViews(db: Reader, member: Member): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('newsroom.saved_view')
    .select(['id', 'name', 'query', 'is_shared as isShared', 'saved_by as by', 'member_id as member'])
    .where((eb) => eb.or([eb('member_id', '=', member.id), eb('is_shared', '=', true)]))
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map(({ member: owner, ...view }) => ({ ...view, mayRemove: listPolicy.removeView(member, { ...view, member: owner }) }))
}
