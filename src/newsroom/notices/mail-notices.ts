import { Failure } from '#lib/failure.ts'
import type { Mailer } from '#platform/mail/mailer.ts'

import type { Newsroom } from '../newsroom.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { ClaimedNews } from './claim-news.ts'
import { claimNews } from './claim-news.ts'
import type { WriteNews } from './news.ts'
import { settleNotices } from './settle-notices.ts'

export type Post = { mailer: Mailer; write: WriteNews; signal?: AbortSignal }

/**
 * Mails what waits for members, as each of them wishes: each notice once, however many newsrooms share the archive. What could not be sent waits
 * and is tried again, and others do not wait for it. Throws what failed, once everybody else has had theirs.
 */
export async function mailNotices(newsroom: Newsroom, { mailer, write, signal }: Post): Promise<void> {
  const { db, clock } = newsroom
  await db.transact((tx) => settleNotices(tx, clock.now()))
  const { name, timeZone, languages } = await readSettings(db.site)
  const failures: unknown[] = []
  // A server that takes nothing is left in peace until the next time.
  while (failures.length < mostFailures && !signal?.aborted) {
    const claimed = await db.transact((tx) => claimNews(tx, clock.now(), timeZone))
    if (!claimed) break
    // Another instance of this newsroom was faster.
    if (claimed.notices.length === 0) continue
    try {
      await mailer.send(write({ ...claimed, language: claimed.language ?? languages[0] ?? null, newsroom: { name, timeZone } }))
    } catch (error) {
      failures.push(error)
      continue
    }
    // Should the newsroom die before this line, the mail comes a second time; a mail that never comes would be worse.
    await markMailed(newsroom, claimed)
  }
  if (failures.length > 0) throwWorst(failures)
}

const mostFailures = 5

async function markMailed({ db, clock }: Newsroom, { notices }: ClaimedNews): Promise<void> {
  await db.transact(async (tx) => {
    await tx
      .updateTable('newsroom.notice')
      .set({ mailed_at: clock.now(), mail_after: null })
      .where(
        'id',
        'in',
        notices.map(({ id }) => id),
      )
      .execute()
  })
}

/** Of several failures the one that nobody expected is worth the most. */
function throwWorst(failures: unknown[]): never {
  const worst = failures.find((failure) => !(failure instanceof Failure)) ?? failures[0]
  throw worst instanceof Error ? worst : new Error('mails were not sent', { cause: worst })
}
