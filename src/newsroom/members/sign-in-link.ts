import { createHash, randomBytes } from 'node:crypto'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Newsroom } from '../newsroom.ts'

/** What a link is for, and for how many minutes it can be used. */
export const linkLasts = { mail: 15, operator: 24 * 60, invitation: 7 * 24 * 60 } as const
export type LinkPurpose = keyof typeof linkLasts

/** Notes a link that signs a member in once. Returns its token, of which only the hash is kept; it takes the place of older ones for the same purpose. */
export async function addSignInLink(tx: Transaction, link: { memberId: string; purpose: LinkPurpose; at: Date }): Promise<string> {
  const { memberId, purpose, at } = link
  const token = randomBytes(32).toString('base64url')
  await tx.deleteFrom('newsroom.sign_in_link').where('member_id', '=', memberId).where('purpose', '=', purpose).execute()
  await tx
    .insertInto('newsroom.sign_in_link')
    .values({
      token_hash: hashOf(token),
      member_id: memberId,
      purpose,
      made_at: at,
      expires_at: new Date(at.getTime() + linkLasts[purpose] * 60_000),
    })
    .execute()
  return token
}

/** Whether a link can be used; looking does not use it. */
export async function canSpendSignInLink(db: Reader, token: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('newsroom.sign_in_link')
    .select('purpose')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a link up: of those who try at once, one learns whose it was. */
export async function spendSignInLink(newsroom: Newsroom, token: string): Promise<{ memberId: string; purpose: string }> {
  const now = newsroom.clock.now()
  const used = await newsroom.db.writer
    .updateTable('newsroom.sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['member_id', 'purpose'])
    .executeTakeFirst()
  if (!used) throw new Failure('missing', 'no-such-link', 'This link was used already or has expired. Ask for a new one.')
  return { memberId: used.member_id, purpose: used.purpose }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
