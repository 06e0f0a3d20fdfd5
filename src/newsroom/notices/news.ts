import type { Translated } from '#platform/database/register-rows.ts'
import type { Mail } from '#platform/mail/mailer.ts'

import type { Notice } from './find-notices.ts'

/** What one mail tells a member: the notices that waited for it, oldest first. */
export type News = {
  to: string
  /** The member's, as a BCP 47 tag. */
  language: string | null
  isDigest: boolean
  notices: Notice[]
  newsroom: { name: Translated; timeZone: string }
}

/** How news become a mail; the composition root gives the words of surfaces/mail. */
export type WriteNews = (news: News) => Mail
