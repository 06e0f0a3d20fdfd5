import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { clockAt } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { openMailer } from '#platform/mail/open-mailer.ts'
import { recurringJobs } from '#src/schedule.ts'
import { engines } from '#test/engines.ts'
import { openMailServer } from '#test/mail-server.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

import type { Member } from '../members/member.ts'
import { seeNotices } from './find-notices.ts'
import type { NoticeKind } from './notify.ts'
import { notify } from './notify.ts'

const minute = 60_000
const none = Promise.resolve()

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  beforeEach(async () => {
    newsroom.clock.set(new Date('2026-05-05T09:00:00Z'))
    await newsroom.db.writer.deleteFrom('newsroom.notice').execute()
    await newsroom.db.writer.deleteFrom('newsroom.member').execute()
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  test('what waits for a member is mailed a minute later, once, and what comes within that minute comes with it', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    const ana = await hire(newsroom.db, 'ana')
    await tell(newsroom, ana, edition, 'sent back', 'Say which river.')
    await post.run()
    expect(post.subjects()).toEqual([])
    newsroom.clock.advance(40_000)
    await tell(newsroom, ana, edition, 'commented', 'It is the Danube.')
    newsroom.clock.advance(25_000)
    await post.run()
    await post.run()
    expect(post.taken).toHaveLength(1)
    expect(post.taken[0]).toMatchObject({ to: ['ana@ferry.example'], subject: 'The Ferry Office: 2 things are new for you' })
    expect(post.taken[0]?.text).toContain('> Say which river.')
    expect(post.taken[0]?.text).toContain(`https://ferry.example/desk/editions/${edition}\n`)
  })

  test('each member is written to in the language that they read, and else in the newsroom’s first', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    for (const member of [await hire(newsroom.db, 'ana', { language: 'fr' }), await hire(newsroom.db, 'ion')])
      await tell(newsroom, member, edition, 'cleared', 'The ferry sails again')
    newsroom.clock.advance(minute)
    await post.run()
    expect(post.subjects()).toEqual([
      'Edit a validé votre article : The ferry sails again',
      'Edit cleared your story: The ferry sails again',
    ])
  })

  test('a digest comes once a day at seven in the newsroom’s zone, also when summer time begins', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    const ana = await hire(newsroom.db, 'ana', { mail_wish: 'daily' })
    const at = async (moment: string): Promise<string[]> => {
      newsroom.clock.set(new Date(moment))
      const before = post.taken.length
      await post.run()
      return post.subjects().slice(before)
    }
    newsroom.clock.set(new Date('2026-03-28T05:30:00Z'))
    await tell(newsroom, ana, edition, 'commented', 'One')
    expect(await at('2026-03-28T22:00:00Z')).toEqual([])
    await tell(newsroom, ana, edition, 'commented', 'Two')
    expect(await at('2026-03-29T03:59:40Z')).toEqual([])
    expect(await at('2026-03-29T04:00:00Z')).toEqual(['Your day at The Ferry Office: 2 things are new'])
    await tell(newsroom, ana, edition, 'commented', 'Three')
    expect(await at('2026-03-29T20:00:00Z')).toEqual([])
    expect(await at('2026-03-30T04:00:10Z')).toEqual(['Your day at The Ferry Office: 1 thing is new'])
    expect(await at('2026-03-31T04:00:10Z')).toEqual([])
  })

  test('who has seen it, wishes for no mail or may not enter gets none, nor later when that changes', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    const saw = await hire(newsroom.db, 'saw')
    const quiet = await hire(newsroom.db, 'quiet', { mail_wish: 'never' })
    const gone = await hire(newsroom.db, 'gone', { state: 'suspended' })
    for (const member of [saw, quiet, gone]) await tell(newsroom, member, edition, 'commented', 'Which ferry?')
    await seeNotices(newsroom, saw, { edition })
    newsroom.clock.advance(minute)
    await post.run()
    await newsroom.db.writer.updateTable('newsroom.member').set({ mail_wish: 'at once', state: 'active' }).execute()
    newsroom.clock.advance(60 * minute)
    await post.run()
    expect(post.taken).toEqual([])
    await tell(newsroom, quiet, edition, 'commented', 'This one')
    newsroom.clock.advance(minute)
    await post.run()
    expect(post.taken.map(({ to }) => to)).toEqual([['quiet@ferry.example']])
  })

  test('four newsrooms over one archive send each mail once', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    const names = Array.from({ length: 25 }, (_, index) => `member${String(index).padStart(2, '0')}`)
    for (const name of names) {
      const member = await hire(newsroom.db, name)
      await tell(newsroom, member, edition, 'commented', 'One')
      await tell(newsroom, member, edition, 'commented', 'Two')
    }
    newsroom.clock.advance(minute)
    await Promise.all([post.run(), post.run(), post.run(), post.run()])
    expect(post.taken.flatMap(({ to }) => to).toSorted()).toEqual(names.map((name) => `${name}@ferry.example`))
    expect(new Set(post.subjects())).toEqual(new Set(['The Ferry Office: 2 things are new for you']))
  })

  test('an address that is refused keeps nobody waiting, and is tried again ever more rarely', async () => {
    let refused = 0
    await using post = await openPost(newsroom, {
      onRcptTo: ({ address }, _session, done) => {
        const isGone = address.startsWith('a')
        if (isGone) refused += 1
        done(isGone ? new Error('no such user') : null)
      },
    })
    const { edition } = await draft(newsroom)
    for (const name of ['ana', 'zoe']) await tell(newsroom, await hire(newsroom.db, name), edition, 'commented', 'Which ferry?')
    newsroom.clock.advance(minute)
    await expect(post.run()).rejects.toMatchObject({ code: 'mail-not-sent' })
    expect(post.taken.map(({ to }) => to)).toEqual([['zoe@ferry.example']])
    for (let passed = 0; passed < 60; passed += 1) {
      newsroom.clock.advance(minute)
      await post.run().catch(() => none)
    }
    // At once, and after 2, 4, 8, 16 and 32 minutes more.
    expect(refused).toBe(5)
    expect(post.taken).toHaveLength(1)
  })

  test('a server that is down loses nothing: what waited goes when it is back', async () => {
    const down = await openMailServer()
    await down[Symbol.asyncDispose]()
    await using mailer = openMailer({ smtpUrl: down.url, folder: '', from: 'newsroom@ferry.example', clock: newsroom.clock })
    const { edition } = await draft(newsroom)
    for (let member = 0; member < 8; member += 1)
      await tell(newsroom, await hire(newsroom.db, `m${member}`), edition, 'commented', 'Which?')
    newsroom.clock.advance(minute)
    await expect(run(newsroom, mailer)).rejects.toMatchObject({ kind: 'unavailable' })
    await using server = await openMailServer({}, down.port)
    await run(newsroom, mailer)
    expect(server.taken.length).toBe(3)
    newsroom.clock.advance(2 * minute)
    await run(newsroom, mailer)
    expect(server.taken.flatMap(({ to }) => to).toSorted()).toEqual(Array.from({ length: 8 }, (_, member) => `m${member}@ferry.example`))
  })

  test('a newsroom that dies while it sends loses nothing: another sends what it held', async () => {
    const heard = Promise.withResolvers<undefined>()
    // It takes the mail and never says so.
    await using silent = await openMailServer({ onData: (stream) => void stream.resume().once('end', () => heard.resolve(undefined)) })
    await using dying = openMailer({ smtpUrl: silent.url, folder: '', from: 'newsroom@ferry.example', clock: newsroom.clock })
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom)
    await tell(newsroom, await hire(newsroom.db, 'ana'), edition, 'commented', 'Which ferry?')
    newsroom.clock.advance(minute)
    void run(newsroom, dying).catch(() => none)
    await heard.promise
    await post.run()
    expect(post.taken).toEqual([])
    newsroom.clock.advance(2 * minute)
    await post.run()
    expect(post.taken.map(({ to }) => to)).toEqual([['ana@ferry.example']])
  })

  test('a headline or a name that would write headers of its own is only words', async () => {
    await using post = await openPost(newsroom)
    const { edition } = await draft(newsroom, { headline: 'Ferry\r\nBcc: eve@evil.example', slug: 'ferry' })
    const evil = { ...edit, name: 'Edit\r\nTo: eve@evil.example\r\n\r\nHello' }
    await tell(newsroom, await hire(newsroom.db, 'ana'), edition, 'commented', '.\r\nQUIT', evil)
    newsroom.clock.advance(minute)
    await post.run()
    expect(post.taken.map(({ to }) => to)).toEqual([['ana@ferry.example']])
    expect(post.taken[0]?.headers).not.toContain('bcc')
    expect(post.taken[0]?.headers.filter((key) => key === 'to')).toHaveLength(1)
    expect(post.taken[0]?.subject).toContain('Edit To: eve@evil.example Hello commented on a story: Ferry Bcc: eve@evil.example')
  })
})

async function openPost(newsroom: TestNewsroom, options: Parameters<typeof openMailServer>[0] = {}) {
  const server = await openMailServer(options)
  const mailer = openMailer({ smtpUrl: server.url, folder: '', from: 'newsroom@ferry.example', clock: newsroom.clock })
  return {
    taken: server.taken,
    subjects: () => server.taken.map(({ subject }) => subject),
    run: () => run(newsroom, mailer),
    async [Symbol.asyncDispose]() {
      await mailer[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function run(newsroom: TestNewsroom, mailer: Mailer): Promise<void> {
  const jobs = recurringJobs({ newsroom, mailer, mailFolder: '/nowhere', origin: 'https://ferry.example' })
  await jobs.find(({ name }) => name === 'mail notices')?.run(new AbortController().signal)
}

let hired = 0

async function hire(db: Database, name: string, wish: { mail_wish?: string; state?: string; language?: string } = {}): Promise<Member> {
  hired += 1
  const id = `01900000-0000-7000-8000-${String(hired).padStart(12, '0')}`
  const created_at = clockAt('2026-05-01T00:00:00Z').now()
  await db.writer
    .insertInto('newsroom.member')
    .values({ id, name, email: `${name}@ferry.example`, role: 'contributor', created_at, ...wish })
    .execute()
  return { id, name, role: 'contributor', projects: null, sections: null, languages: null }
}

async function tell(
  newsroom: TestNewsroom,
  to: Member,
  edition: string,
  kind: NoticeKind,
  words: string,
  by: Member = edit,
): Promise<void> {
  await newsroom.db.transact((tx) => notify(tx, { to: [to.id], edition, kind, by, words, at: newsroom.clock.now() }))
}
