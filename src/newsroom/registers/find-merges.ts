import type { Reader } from '#platform/database/database.ts'

import type { Register } from '../entries/field.ts'

/** When an entry was merged into another, and who did it. */
export type Merge = { at: Date; by: string }

/** The last merge of each of some entries, by id; of what was merged before anything was recorded there is none. */
export async function findMerges(db: Reader, register: Register, ids: readonly string[]): Promise<ReadonlyMap<string, Merge>> {
  if (ids.length === 0) return new Map()
  const acts = await db
    .selectFrom('newsroom.audit')
    .distinctOn('object_id')
    .select(['object_id', 'at', 'member_name as by'])
    .where('kind', '=', register.kind)
    .where('act', '=', 'mergeEntries')
    .where('object_id', 'in', [...ids])
    .orderBy('object_id')
    .orderBy('at', 'desc')
    .execute()
  return new Map(acts.map(({ object_id, at, by }) => [object_id, { at, by }]))
}
