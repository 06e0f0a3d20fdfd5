import type { Reader } from '#platform/database/database.ts'

import type { MailWish } from './member-input.ts'
import { mailWishes } from './member-input.ts'

/** What a member set for themselves. */
export type OwnProfile = { name: string; email: string; language: string | null; mailWish: MailWish; hasCodes: boolean }

export async function readOwnProfile(db: Reader, id: string): Promise<OwnProfile> {
  const row = await db
    .selectFrom('newsroom.member')
    .select(['name', 'email', 'language', 'mail_wish', 'has_codes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    email: row.email,
    language: row.language,
    mailWish: mailWishes.find((wish) => wish === row.mail_wish) ?? 'at once',
    hasCodes: row.has_codes,
  }
}
