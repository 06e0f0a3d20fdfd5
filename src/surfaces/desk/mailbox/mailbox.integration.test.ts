import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openMailer } from '#platform/mail/open-mailer.ts'
import { desk, link } from '#src/routes.ts'
import { letters } from '#surfaces/mail/letters.ts'
import { someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'

const admin = someone('Ada', 'administrator')
const others = [someone('Chef', 'chief editor'), someone('Edit', 'editor'), someone('Ana', 'contributor'), someone('Olga', 'observer')]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let folder: string
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    folder = await mkdtemp(join(tmpdir(), 'dateline-mailbox-'))
    at = await openTestDesk(newsroom, [admin, ...others], { folder, isSent: false })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  test('an empty mailbox says that mails are not sent, and how to send them', async () => {
    const page = await (await at.as(admin, desk.mailbox)).text()
    expect(page).toContain('Mails are not being sent')
    expect(page).toContain('SMTP_URL=smtps://')
    expect(page).toContain('No mail yet.')
  })

  test('an administrator finds the mail with a link to sign in, and the link opens', async () => {
    await using mailer = openMailer({ smtpUrl: null, folder, from: 'newsroom@ferry.example', clock: newsroom.clock })
    const url = 'https://ferry.example/desk/sign-in/link?token=abc&next=%2Fdesk'
    await mailer.send(letters.signInLink({ to: 'ana@ferry.example', newsroom: 'The <Ferry> Office', url, language: 'en' }))
    const list = await (await at.as(admin, desk.mailbox)).text()
    expect(list).toContain('Your link to sign in at The &lt;Ferry&gt; Office')
    expect(list).toContain('ana@ferry.example')
    const there = /href="(\/desk\/mailbox\/[^"]+)"/.exec(list)?.[1] ?? ''
    const page = await (await at.as(admin, there)).text()
    expect(page).toContain(`<a href="${url.replaceAll('&', '&amp;')}"`)
    expect(page).not.toContain('<Ferry>')
  })

  test.each(others)('nobody but an administrator reads other people’s mails: $role', async (member) => {
    expect((await at.as(member, desk.mailbox)).status).toBe(403)
    expect((await at.as(member, link(desk.mail, { mail: '20260505T090000000Z-00000000' }))).status).toBe(403)
  })

  test('a mail that is not there, and a file that is no mail, are not found', async () => {
    for (const mail of ['20260505T090000000Z-00000000', '../../etc/passwd', 'stray'])
      expect((await at.as(admin, link(desk.mail, { mail }))).status).toBe(404)
  })

  test('where mails are sent the mailbox says so', async () => {
    await using sending = await openTestDesk(newsroom, [admin], { folder: join(folder, 'none'), isSent: true })
    const page = await (await sending.as(admin, desk.mailbox)).text()
    expect(page).toContain('Mails are sent through the mail server of SMTP_URL')
    expect(page).not.toContain('are not being sent')
  })
})
