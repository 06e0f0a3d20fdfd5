import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import { findActiveMember } from '../members/find-active-member.ts'
import type { Member } from '../members/member.ts'
import type { Notice } from './find-notices.ts'
import { kindOf, tellable } from './find-notices.ts'
import { lastDigestAt, ripeBefore, waitAfter } from './mail-timing.ts'

export type ClaimedNews = { to: string; language: string | null; isDigest: boolean; notices: Notice[] }

/**
 * The next member whom a mail is due to, and what waits for them. It is theirs who claimed it until `waitAfter` has passed: a try is written down
 * before it is made, so that a newsroom that dies while it sends loses nothing, and at worst sends a second mail.
 */
export async function claimNews(tx: Transaction, now: Date, timeZone: string): Promise<ClaimedNews | undefined> {
  const digest = lastDigestAt(now, timeZone)
  const member = await tx
    .selectFrom('newsroom.member as member')
    .select(['member.id', 'member.email as to', 'member.language', 'member.mail_wish'])
    .where('member.state', '=', 'active')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('newsroom.notice as notice')
          .select('notice.id')
          .whereRef('notice.member_id', '=', 'member.id')
          .where(waits(now))
          .where((of) =>
            of.or([
              of.and([of('member.mail_wish', '=', 'at once'), of('notice.at', '<=', ripeBefore(now))]),
              of.and([of('member.mail_wish', '=', 'daily'), of('notice.at', '<', digest)]),
            ]),
          ),
      ),
    )
    .orderBy('member.id')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!member) return undefined
  const isDigest = member.mail_wish === 'daily'
  const reader = await findActiveMember(tx, member.id)
  const notices = reader ? await claimNotices(tx, reader, now, isDigest ? digest : undefined) : []
  return { to: member.to, language: member.language, isDigest, notices }
}

async function claimNotices(tx: Transaction, member: Member, now: Date, before: Date | undefined): Promise<Notice[]> {
  let waiting = tx
    .selectFrom('newsroom.notice as notice')
    .leftJoin('newsroom.edition as edition', 'edition.id', 'notice.edition_id')
    .select([
      'notice.id',
      'notice.edition_id as edition',
      'notice.kind',
      'notice.by_name as by',
      'notice.words',
      'notice.at',
      'notice.mail_tries',
    ])
    .select('edition.headline')
    .select(tellable(member).as('is_tellable'))
    .where('notice.member_id', '=', member.id)
    .where(waits(now))
    .orderBy('notice.at')
    .orderBy('notice.id')
    .limit(1000)
  if (before) waiting = waiting.where('notice.at', '<', before)
  const found = await waiting.execute()
  // What one may no longer read is news to one no more.
  await dropNotices(
    tx,
    found.filter((row) => !row.is_tellable).map(({ id }) => id),
  )
  const rows = found.filter((row) => row.is_tellable)
  if (rows.length === 0) return []
  const tries = Math.max(...rows.map((row) => row.mail_tries)) + 1
  await tx
    .updateTable('newsroom.notice')
    .set({ mail_tries: tries, mail_after: new Date(now.getTime() + waitAfter(tries)) })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map(({ id, edition, kind, by, words, at, headline }) => ({
    id,
    edition,
    kind: kindOf(kind),
    by,
    words,
    at,
    headline: headline ?? words,
  }))
}

async function dropNotices(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('newsroom.notice').where('id', 'in', ids).execute()
}

/** What was neither mailed nor seen, and is not being tried. */
const waits = (now: Date) =>
  sql<boolean>`notice.mailed_at is null and notice.seen_at is null and (notice.mail_after is null or notice.mail_after <= ${now})`
