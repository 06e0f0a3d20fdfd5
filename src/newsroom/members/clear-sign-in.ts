import { clearTries } from '#platform/throttle.ts'

import type { Newsroom } from '../newsroom.ts'

/** Takes away what lets nobody in any more: sessions, challenges and links that have expired, and tries that count no more. */
export async function clearSignIn(newsroom: Newsroom): Promise<void> {
  const { db, clock } = newsroom
  const now = clock.now()
  await db.writer.deleteFrom('newsroom.sign_in_session').where('expires_at', '<', now).execute()
  await db.writer.deleteFrom('newsroom.sign_in_verification').where('expires_at', '<', now).execute()
  await db.writer.deleteFrom('newsroom.sign_in_link').where('expires_at', '<', now).execute()
  await clearTries(db, now)
}
