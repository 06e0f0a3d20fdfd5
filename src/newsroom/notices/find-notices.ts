import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { noticeKinds } from './notify.ts'
import type { NoticeKind } from './notify.ts'

export type Notice = { id: string; edition: string | null; headline: string; kind: NoticeKind; by: string; words: string; at: Date }

export async function countNotices(db: Reader, member: string): Promise<number> {
  const row = await db
    .selectFrom('newsroom.notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('member_id', '=', member)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** What is new for a member, newest first. */
export async function findNotices(db: Reader, member: string, atMost = 50): Promise<Notice[]> {
  const rows = await db
    .selectFrom('newsroom.notice as notice')
    .leftJoin('newsroom.edition as edition', 'edition.id', 'notice.edition_id')
    .select([
      'notice.id',
      'notice.edition_id as edition',
      'notice.kind',
      'notice.by_name as by',
      'notice.words',
      'notice.at',
      'edition.headline',
    ])
    .where('notice.member_id', '=', member)
    .where('notice.seen_at', 'is', null)
    .orderBy('notice.at', 'desc')
    .limit(atMost)
    .execute()
  return rows.map((row) => ({ ...row, headline: row.headline ?? '', kind: kindOf(row.kind) }))
}

export const kindOf = (kind: string): NoticeKind => noticeKinds.find((known) => known === kind) ?? 'commented'

/** A member has seen what was new about an edition, or about all of them. Nobody sees for another. */
export async function seeNotices(newsroom: Newsroom, by: Member, input: { edition?: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    let unseen = tx
      .updateTable('newsroom.notice')
      .set({ seen_at: newsroom.clock.now() })
      .where('member_id', '=', by.id)
      .where('seen_at', 'is', null)
    if (input.edition !== undefined) unseen = unseen.where('edition_id', '=', input.edition)
    await unseen.execute()
  })
}
