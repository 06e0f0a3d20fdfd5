import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { clockAt } from '#platform/clock.ts'
import { openMailServer } from '#test/mail-server.ts'

import { clearMailbox } from './clear-mailbox.ts'
import type { Mail } from './mailer.ts'
import { readMail, readMailbox } from './mailbox.ts'
import { openMailer } from './open-mailer.ts'

const from = 'The Ferry Office <newsroom@ferry.example>'
const clock = clockAt('2026-05-05T09:00:00Z')
const mail = (over: Partial<Mail> = {}): Mail => ({ to: 'ana@ferry.example', subject: 'The ferry', text: 'It sails.\n', ...over })
const by = (smtpUrl: URL | null, folder = '/nowhere') => openMailer({ smtpUrl, folder, from, clock })
const injections = [
  '\r\nBcc: eve@evil.example',
  '\nTo: eve@evil.example\n\nBody',
  '\r\n.\r\nMAIL FROM:<eve@evil.example>\r\n',
  '\u2028Bcc: eve@evil.example',
]

describe('a mail server', () => {
  test('takes a mail as it was written, in any script', async () => {
    await using server = await openMailServer()
    await using mailer = by(server.url)
    await mailer.send(
      mail({ subject: 'Ana hat „Îmbarcare la Chișinău“ – العبّارة – geschickt', text: 'Linia întâi\nالسطر الثاني\n.\nEnd\n' }),
    )
    expect(server.taken).toMatchObject([
      {
        to: ['ana@ferry.example'],
        subject: 'Ana hat „Îmbarcare la Chișinău“ – العبّارة – geschickt',
        text: 'Linia întâi\nالسطر الثاني\n.\nEnd\n',
      },
    ])
    expect(server.taken[0]?.headers).toContain('auto-submitted')
    expect(server.taken[0]?.raw).toContain('Date: Tue, 05 May 2026 09:00:00 +0000')
  })

  test.each([
    ['newsroom@ferry.example', '', 'newsroom@ferry.example'],
    ['The Ferry Office, Chișinău <newsroom@ferry.example>', 'The Ferry Office, Chișinău', 'newsroom@ferry.example'],
    ['"Ferry <Office>" <newsroom@ferry.example>', 'Ferry <Office>', 'newsroom@ferry.example'],
  ])('is told that it comes from %s', async (sender, name, address) => {
    await using server = await openMailServer()
    await using mailer = openMailer({ smtpUrl: server.url, folder: '', from: sender, clock })
    await mailer.send(mail())
    expect(server.taken[0]?.from).toEqual({ name, address })
  })

  test.each(injections)('is told of no other header and no other recipient by a headline with %j in it', async (injection) => {
    await using server = await openMailServer()
    await using mailer = by(server.url)
    await mailer.send(mail({ subject: `The ferry${injection}`, text: `It sails.${injection}` }))
    expect(server.taken.map(({ to }) => to)).toEqual([['ana@ferry.example']])
    expect(server.taken[0]?.headers).not.toContain('bcc')
    expect(server.taken[0]?.headers.filter((key) => key === 'to')).toHaveLength(1)
  })

  test.each([
    ...injections.map((injection) => `ana@ferry.example${injection}`),
    'ana@ferry.example, eve@evil.example',
    'Ana <ana@ferry.example>',
    '@evil.example:ana@ferry.example',
    'ana',
  ])('is not asked to send to %j', async (to) => {
    await using server = await openMailServer()
    await using mailer = by(server.url)
    await expect(mailer.send(mail({ to }))).rejects.toMatchObject({ code: 'bad-address' })
    expect(server.taken).toEqual([])
  })

  test('is asked by name and password', async () => {
    let known = ''
    await using server = await openMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        known = `${username} ${password}`
        done(null, { user: username })
      },
    })
    await using mailer = by(new URL(`smtp://ana%40ferry:p%C3%A2ss@127.0.0.1:${server.port}`))
    await mailer.send(mail())
    expect(known).toBe('ana@ferry pâss')
  })

  test('on another machine is told no password in the clear', async () => {
    const said: string[] = []
    await using server = await openMailServer({
      allowInsecureAuth: true,
      onAuth({ username }, _session, done) {
        said.push(username ?? '')
        done(null, { user: username })
      },
    })
    // This machine under a name that does not say so.
    const url = new URL(`smtp://ana:secret@[::ffff:127.0.0.1]:${server.port}`)
    await using careful = by(url)
    await expect(careful.send(mail())).rejects.toMatchObject({ kind: 'unavailable', cause: { code: 'ETLS' } })
    await using told = by(new URL(`${url.href}?requireTLS=false`))
    await told.send(mail())
    expect(said).toEqual(['ana'])
  })

  test('speaks TLS from the start where the URL says smtps', async () => {
    await using server = await openMailServer({ secure: true })
    await using trusting = by(new URL(`${server.url.href}?tls.rejectUnauthorized=false`))
    await trusting.send(mail())
    expect(server.taken).toHaveLength(1)
    await using careful = by(server.url)
    await expect(careful.send(mail())).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('that refuses an address is one failure, and the next mail goes', async () => {
    await using server = await openMailServer({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone@') ? new Error('no such user') : null),
    })
    await using mailer = by(server.url)
    await expect(mailer.send(mail({ to: 'gone@ferry.example' }))).rejects.toMatchObject({ kind: 'unavailable', code: 'mail-not-sent' })
    await mailer.send(mail())
    expect(server.taken.map(({ to }) => to)).toEqual([['ana@ferry.example']])
  })

  test.each(['EHLO', 'MAIL', 'DATA'])('that hangs up at %s is one failure', async (word) => {
    await using rude = await openRudeServer(word)
    await using mailer = by(rude.url)
    await expect(mailer.send(mail())).rejects.toMatchObject({ kind: 'unavailable', code: 'mail-not-sent' })
  })

  test('that was down takes the mail when it is back', async () => {
    const before = await openMailServer()
    await before[Symbol.asyncDispose]()
    await using mailer = by(before.url)
    await expect(mailer.send(mail())).rejects.toMatchObject({ kind: 'unavailable' })
    await using server = await openMailServer({}, before.port)
    await mailer.send(mail())
    expect(server.taken).toHaveLength(1)
  })

  test('is let go when the newsroom stops', async () => {
    await using server = await openMailServer()
    const mailer = by(server.url)
    await mailer.send(mail())
    await mailer[Symbol.asyncDispose]()
    await expect(mailer.send(mail())).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('without a mail server', () => {
  test('mails are kept in a folder that only this user can read, newest first', async () => {
    await using folder = await newFolder()
    const time = clockAt('2026-05-05T09:00:00Z')
    await using mailer = openMailer({ smtpUrl: null, folder: folder.path, from, clock: time })
    expect(await readMailbox(folder.path)).toEqual([])
    await mailer.send(mail({ subject: 'Îmbarcare – العبّارة', text: 'Prima linie – السطر\n\nhttps://ferry.example/desk?a=1&b=2\n' }))
    time.advance(1000)
    await mailer.send(mail({ to: 'edit@ferry.example', subject: 'x'.repeat(300) }))
    const [second, first] = await readMailbox(folder.path)
    expect(second).toMatchObject({ to: 'edit@ferry.example', subject: 'x'.repeat(200), at: new Date('2026-05-05T09:00:01Z') })
    expect(await readMail(folder.path, first?.id ?? '')).toEqual({
      id: first?.id,
      to: 'ana@ferry.example',
      from: 'newsroom@ferry.example',
      subject: 'Îmbarcare – العبّارة',
      text: 'Prima linie – السطر\n\nhttps://ferry.example/desk?a=1&b=2\n',
      at: new Date('2026-05-05T09:00:00Z'),
    })
    expect((await stat(join(folder.path, `${first?.id}.eml`))).mode & 0o777).toBe(0o600)
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700)
  })

  test('nothing but a kept mail is read', async () => {
    await using folder = await newFolder()
    await using mailer = openMailer({ smtpUrl: null, folder: folder.path, from, clock })
    await mailer.send(mail())
    await writeFile(join(folder.path, '../secret.eml'), 'Subject: secret\r\n\r\n')
    await writeFile(join(folder.path, 'stray.eml'), 'Subject: stray\r\n\r\n')
    for (const id of ['../secret', 'stray', '', '20260505T090000000Z-00000000', '20269905T090000000Z-00000000'])
      expect(await readMail(folder.path, id)).toBeUndefined()
    expect(await readMailbox(folder.path)).toHaveLength(1)
    expect(await readMailbox(join(folder.path, 'not-there'))).toEqual([])
  })

  test('mails are cleared after thirty days, and nothing else is', async () => {
    await using folder = await newFolder()
    const time = clockAt('2026-05-05T09:00:00Z')
    await using mailer = openMailer({ smtpUrl: null, folder: folder.path, from, clock: time })
    await mailer.send(mail({ subject: 'old' }))
    await writeFile(join(folder.path, 'stray.eml'), '')
    time.set(new Date('2026-05-20T09:00:00Z'))
    await mailer.send(mail({ subject: 'young' }))
    expect(await clearMailbox(folder.path, new Date('2026-06-04T09:00:00Z'))).toBe(0)
    expect(await clearMailbox(folder.path, new Date('2026-06-04T09:00:01Z'))).toBe(1)
    expect((await readMailbox(folder.path)).map(({ subject }) => subject)).toEqual(['young'])
    expect(await readdir(folder.path)).toContain('stray.eml')
  })

  test('a folder that cannot be written to is one failure', async () => {
    await using folder = await newFolder()
    await writeFile(join(folder.path, '../file'), '')
    await using mailer = openMailer({ smtpUrl: null, folder: join(folder.path, '../file/mails'), from, clock })
    await expect(mailer.send(mail())).rejects.toMatchObject({ kind: 'unavailable', code: 'mail-not-kept' })
  })
})

/** A server that takes everything until it hears a word, and then hangs up. */
async function openRudeServer(word: string): Promise<{ url: URL } & AsyncDisposable> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 rude\r\n')
    socket.on('data', (said) => (String(said).startsWith(word) ? socket.destroy() : socket.write('250 well\r\n')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const where = server.address()
  return {
    url: new URL(`smtp://127.0.0.1:${typeof where === 'object' ? where?.port : 0}`),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function newFolder(): Promise<{ path: string } & AsyncDisposable> {
  const parent = await mkdtemp(join(tmpdir(), 'dateline-mail-'))
  return { path: join(parent, 'mails'), [Symbol.asyncDispose]: () => rm(parent, { recursive: true }) }
}
