import type { SqlBool } from 'kysely'
import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import { readable } from '../members/readable.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { noticeKinds } from './notify.ts'
import type { NoticeKind } from './notify.ts'

export type Notice = { id: string; edition: string | null; headline: string; kind: NoticeKind; by: string; words: string; at: Date }

export async function countNotices(db: Reader, member: Member): Promise<number> {
  const row = await db
    .selectFrom('newsroom.notice as notice')
    .leftJoin('newsroom.edition as edition', 'edition.id', 'notice.edition_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('notice.member_id', '=', member.id)
    .where('notice.seen_at', 'is', null)
    .where(tellable(member))
    .executeTakeFirst()
  return row?.n ?? 0
}

/** The condition that a notice is of no edition (aliased `edition`), or of one that its member may still read. */
export const tellable = (member: Member) => sql<SqlBool>`(edition.id is null or ${readable(member)})`

/** What is new for a member, newest first. */
export async function findNotices(
  db: Reader,
  member: Member,
  { after, atMost = 50 }: { after?: { at: Date; id: string } | undefined; atMost?: number } = {},
): Promise<Notice[]> {
  let notices = db
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
    .where('notice.member_id', '=', member.id)
    .where('notice.seen_at', 'is', null)
    .where(tellable(member))
    .orderBy('notice.at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(atMost)
  if (after) notices = notices.where(sql<SqlBool>`(notice.at, notice.id) < (${after.at}, ${after.id}::uuid)`)
  const rows = await notices.execute()
  return rows.map((row) => ({ ...row, headline: row.headline ?? row.words, kind: kindOf(row.kind) }))
}

export const kindOf = (kind: string): NoticeKind => noticeKinds.find((known) => known === kind) ?? 'commented'

/** A member has seen some notices, by their ids, or what was new about an edition, or all that was. Nobody sees for another. */
export async function seeNotices(newsroom: Newsroom, by: Member, input: { edition?: string; notices?: readonly string[] }): Promise<void> {
  if (input.notices?.length === 0) return
  await newsroom.db.transact(async (tx) => {
    let unseen = tx
      .updateTable('newsroom.notice')
      .set({ seen_at: newsroom.clock.now() })
      .where('member_id', '=', by.id)
      .where('seen_at', 'is', null)
    if (input.edition !== undefined) unseen = unseen.where('edition_id', '=', input.edition)
    if (input.notices !== undefined) unseen = unseen.where('id', 'in', input.notices)
    await unseen.execute()
  })
}
