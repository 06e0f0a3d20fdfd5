import type { SendMailOptions } from 'nodemailer'

import { Failure } from '#lib/failure.ts'
import { cutText, legible } from '#lib/legible.ts'

import type { Mail } from './mailer.ts'

// One mailbox and nothing else: what could name a second one, a comment, a header or a source route is refused.
const address = /^[^\s\p{C}"(),:;<>@[\\\]]{1,64}@[^\s\p{C}"(),:;<>@[\\\]]{1,255}$/u

/** A mail as nodemailer takes it. What people wrote can neither add a header nor a recipient. */
export function messageOf(mail: Mail, { from, at }: { from: string; at: Date }): SendMailOptions {
  if (!address.test(mail.to))
    throw new Failure('invalid', 'bad-address', 'This is no e-mail address that mails can be sent to. Write it as name@example.org.')
  return {
    from: senderOf(from),
    to: { name: '', address: mail.to },
    subject: cutText(legible(mail.subject).replace(/\s+/gu, ' ').trim(), 200),
    text: legible(mail.text),
    date: at,
    // RFC 3834: a machine wrote this, so no machine answers it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** `Name <address>` or an address alone. The name is the newsroom's, whatever commas and quotation marks it has. */
function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^(.*?)\s*<([^<>]*)>$/.exec(from.trim()) ?? []
  return { name: name.replace(/^"(.*)"$/, '$1'), address: address.trim() }
}
