import type { Clock } from '#platform/clock.ts'

import { folderMailer } from './folder-mailer.ts'
import type { Mailer } from './mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

export type MailOptions = {
  /** An smtp: or smtps: URL; null where mails are kept in the folder instead. */
  smtpUrl: URL | null
  folder: string
  /** Whom mails come from: `newsroom@example.org`, or `The Ferry Office <newsroom@example.org>`. */
  from: string
  clock: Clock
}

/** The way mails leave: by SMTP, or, where no server is given, as files that /desk/mailbox shows. */
export function openMailer({ smtpUrl, folder, from, clock }: MailOptions): Mailer & AsyncDisposable {
  return smtpUrl ? smtpMailer({ url: smtpUrl, from, clock }) : folderMailer({ folder, from, clock })
}
