import { Failure } from '#lib/failure.ts'
import { authorizeForMembers, memberPolicy } from '#newsroom/members/member-policy.ts'
import { readMail, readMailbox } from '#platform/mail/mailbox.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { MailPage } from './mail-page.tsx'
import { MailboxPage } from './mailbox-page.tsx'

const mostShown = 100

export async function showMailbox(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForMembers(memberPolicy.readMailbox(c.get('member')), 'read the mailbox')
  const { folder, isSent } = desk.mailbox
  const [mails, { settings }] = await Promise.all([readMailbox(folder, mostShown), desk.registers.read()])
  const page = { mails, mostShown, isSent, timeZone: settings.timeZone }
  return deskPage(c, desk, { title: c.get('say').mailbox, at: paths.mailbox }, <MailboxPage {...page} />)
}

export async function showMail(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForMembers(memberPolicy.readMailbox(c.get('member')), 'read the mailbox')
  const mail = await readMail(desk.mailbox.folder, c.req.param('mail') ?? '')
  if (!mail) throw new Failure('missing', 'no-such-mail', 'This mail is not kept here. Mails are kept for thirty days.')
  const { settings } = await desk.registers.read()
  return deskPage(c, desk, { title: mail.subject, at: paths.mailbox }, <MailPage mail={mail} timeZone={settings.timeZone} />)
}
