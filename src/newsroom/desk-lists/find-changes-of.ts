import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { listPolicy } from './list-policy.ts'

/** A change of many stories that made a revision; `mayRead`: the member may see what became of all of it. */
export type ChangeOfRevision = { change: string; mayRead: boolean }

/** Which revisions of an edition were made by changes of many stories, by their numbers. */
export async function findChangesOf(db: Reader, member: Member, edition: string): Promise<Map<number, ChangeOfRevision>> {
  const rows = await db
    .selectFrom('newsroom.change_item as item')
    .innerJoin('newsroom.change as change', 'change.id', 'item.change_id')
    .select(['change.id', 'change.member_id as member', 'item.revision_after as revision'])
    .where('item.edition_id', '=', edition)
    .where('item.revision_after', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, member: owner, revision }): [number, ChangeOfRevision][] =>
      revision === null ? [] : [[revision, { change: id, mayRead: listPolicy.readChange(member, { member: owner }) }]],
    ),
  )
}
