import { clearDeletedDrafts } from '#newsroom/deleted-drafts/clear-deleted-drafts.ts'
import { clearSignIn } from '#newsroom/members/clear-sign-in.ts'
import { mailNotices } from '#newsroom/notices/mail-notices.ts'
import type { News } from '#newsroom/notices/news.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { MissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { clearMailbox } from '#platform/mail/clear-mailbox.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Job } from '#platform/schedule/job.ts'
import { day, hour, minute, second } from '#platform/schedule/job.ts'
import { newsMail } from '#surfaces/mail/news-mail.ts'

export type JobTools = {
  newsroom: Newsroom
  mailer: Mailer
  /** Where mails are kept that are not sent. */
  mailFolder: string
  /** Where this newsroom is on the web, without a slash at its end. */
  origin: string
  /** What readers asked this instance for and did not find; absent where none is served. */
  missed?: MissedAddresses
}

/** Every recurring job, and how often. */
export function recurringJobs({ newsroom, mailer, mailFolder, origin, missed }: JobTools): Job[] {
  const write = (news: News) => newsMail(news, origin)
  return [
    { name: 'mail notices', every: 20 * second, run: (signal) => mailNotices(newsroom, { mailer, write, signal }) },
    { name: 'clear old mails', every: day, run: () => clearMailbox(mailFolder, newsroom.clock.now()) },
    { name: 'count missed addresses', every: minute, run: async () => missed?.flush(newsroom) },
    { name: 'clear deleted drafts', every: hour, run: (signal) => clearDeletedDrafts(newsroom, signal) },
    { name: 'clear old sign-ins', every: day, run: () => clearSignIn(newsroom) },
  ]
}
