import { createHash, randomBytes } from 'node:crypto'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Newsroom } from '../newsroom.ts'

/** What a link is for, and for how many minutes it can be used. */
export const linkLasts = { mail: 15, operator: 24 * 60, invitation: 7 * 24 * 60 } as const
export type LinkPurpose = keyof typeof linkLasts

// A link that anybody may ask for makes no earlier one useless; the others are made by those who run this newsroom.
const kept = { mail: 4, operator: 1, invitation: 1 } as const

/** Notes a link that signs a member in once. Returns its token, of which only the hash is kept; the oldest for the same purpose go. */
export async function addSignInLink(tx: Transaction, link: { memberId: string; purpose: LinkPurpose; at: Date }): Promise<string> {
  const { memberId, purpose, at } = link
  const token = randomBytes(32).toString('base64url')
  const earlier = tx.selectFrom('newsroom.sign_in_link').where('member_id', '=', memberId).where('purpose', '=', purpose)
  const rest = await earlier
    .select('token_hash')
    .orderBy('made_at', 'desc')
    .orderBy('token_hash')
    .offset(kept[purpose] - 1)
    .execute()
  const gone = rest.map(({ token_hash: hash }) => hash)
  if (gone.length > 0) await tx.deleteFrom('newsroom.sign_in_link').where('token_hash', 'in', gone).execute()
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

/** The address of the member whom a link would sign in; undefined where it cannot be used. Looking does not use it. */
export async function findSignInLink(db: Reader, token: string, now: Date): Promise<{ email: string } | undefined> {
  return db
    .selectFrom('newsroom.sign_in_link as link')
    .innerJoin('newsroom.member as member', 'member.id', 'link.member_id')
    .select('member.email')
    .where('link.token_hash', '=', hashOf(token))
    .where('link.used_at', 'is', null)
    .where('link.expires_at', '>', now)
    .executeTakeFirst()
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
  // Whoever is in needs none of the others that were mailed.
  await newsroom.db.writer
    .deleteFrom('newsroom.sign_in_link')
    .where('member_id', '=', used.member_id)
    .where('purpose', '=', 'mail')
    .where('used_at', 'is', null)
    .execute()
  return { memberId: used.member_id, purpose: used.purpose }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
