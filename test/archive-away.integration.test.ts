import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'

import type { Newsroom } from '#newsroom/newsroom.ts'
import { openApp } from '#src/app.ts'
import { desk, link } from '#src/routes.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import { edit, newsroomOn, released } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

// An embedded database goes only with its server.
describe.runIf(engines.includes('postgres'))('on postgres', () => {
  test('while the archive is away, readers keep the pages that were kept', async () => {
    await using newsroom = await newsroomOn('postgres')
    await using app = await openApp({ newsroom, origin: 'http://localhost', log: silent, api: true })
    await using server = await app.listen({ host: '127.0.0.1', port: 0 })
    const at = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual' })
    await released(newsroom)
    await released(newsroom, { headline: 'For tomorrow', slug: 'for-tomorrow' }, new Date('2026-05-06T09:00:00Z'))
    expect((await at('/news')).status).toBe(200)

    await using _away = await sendAway(newsroom)
    expect((await at('/news')).status).toBe(200)
    // The second at which the next story is due passes, and nobody can be asked for it.
    newsroom.clock.set(new Date('2026-05-06T09:00:01Z'))
    expect(await (await at('/news')).text()).toContain('The ferry sails again')
    const unkept = await at('/news/the-ferry-sails-again')
    expect({ status: unkept.status, retry: unkept.headers.get('retry-after') }).toEqual({ status: 503, retry: '30' })
    const page = await unkept.text()
    expect(page).toContain('<a href="/feed.xml">')
    expect(page).not.toMatch(/(?:href|content)=""/)
    expect((await at('/search?q=ferry')).status).toBe(503)
    // Programs are told so in their own way, scripts of other sites too.
    const told = await at('/api/v1/topics')
    expect([told.status, told.headers.get('retry-after'), told.headers.get('access-control-allow-origin')]).toEqual([503, '30', '*'])
    expect(await told.json()).toMatchObject({ status: 503, code: 'archive-away' })
  })

  test('while the archive is away, only who writes a text is told that it is kept on the computer', async () => {
    await using newsroom = await newsroomOn('postgres')
    await using at = await openTestDesk(newsroom, [edit])
    await using _away = await sendAway(newsroom)
    const told = async (path: string) => {
      const answer = await at.as(edit, path, { headline: 'The ferry' })
      return [answer.status, (await answer.text()).includes('is kept on this computer')]
    }
    const edition = '01900000-0000-7000-8000-00000000000e'
    expect(await told(link(desk.edition, { edition }))).toEqual([503, true])
    expect(await told(link(desk.translation, { edition }))).toEqual([503, true])
    expect(await told(link(desk.comments, { edition }))).toEqual([503, false])
  })

  test('when the archive comes back, so does what was due', async () => {
    await using newsroom = await newsroomOn('postgres')
    await using app = await openApp({ newsroom, origin: 'http://localhost', log: silent })
    await using server = await app.listen({ host: '127.0.0.1', port: 0 })
    await released(newsroom, { headline: 'For tomorrow', slug: 'for-tomorrow' }, new Date('2026-05-06T09:00:00Z'))
    const news = async () => (await fetch(`http://127.0.0.1:${server.port}/news`)).text()
    expect(await news()).not.toContain('For tomorrow')
    const away = await sendAway(newsroom)
    newsroom.clock.set(new Date('2026-05-06T09:00:01Z'))
    expect(await news()).not.toContain('For tomorrow')
    await away[Symbol.asyncDispose]()
    expect(await news()).toContain('For tomorrow')
  })
})

/** Ends every connection of a newsroom's database and lets nobody in until disposed of. */
async function sendAway(newsroom: Newsroom): Promise<AsyncDisposable> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(newsroom.db.writer)
  const name = rows[0]?.name ?? ''
  const asAdmin = async (statement: string) => {
    const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await asAdmin(`alter database ${name} allow_connections false`)
  await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  return { [Symbol.asyncDispose]: () => asAdmin(`alter database ${name} allow_connections true`) }
}
