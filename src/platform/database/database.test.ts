import { once } from 'node:events'
import { connect as connectSocket, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { engines, migrationsFolder, openTestDatabase } from '#test/engines.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

describe.each(engines)('the archive on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  }, 60_000)
  afterAll(() => database[Symbol.asyncDispose]())

  test('the site may read what is live and nothing of the newsroom', async () => {
    expect(await whoAmI(database.site)).toBe('dateline_site')
    await sql`select * from live.edition`.execute(database.site)
    await expect(sql`select * from newsroom.story`.execute(database.site)).rejects.toThrow('permission denied')
    expect(await whoAmI(database.writer)).toBe('dateline_desk')
  })

  test('what a failed operation wrote is not kept, and its tags are not told', async () => {
    const heard: unknown[] = []
    const stop = database.onTouched((touched) => void heard.push(touched))
    await sql`create table newsroom.note (text text)`.execute(database.owner)
    const failing = database.transact(async (tx) => {
      await sql`insert into newsroom.note values ('lost')`.execute(tx)
      tx.touch(['story:1'])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await sql`select * from newsroom.note`.execute(database.writer)).rows).toEqual([])
    expect(heard).toEqual([])
    stop()
  })

  test('whoever keeps pages hears of touched tags before the operation is over', async () => {
    const heard: unknown[] = []
    const stop = database.onTouched((touched) => void heard.push(touched))
    await database.transact(async (tx) => tx.touch(['story:1', 'river', 'river']))
    expect(heard).toEqual([{ tags: ['story:1', 'river'] }])
    stop()
  })

  test('another connection hears a notice when it commits', async () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const stop = await database.listen('Tidings', { onNotification: resolve, onGap: () => undefined })
    await sql`select pg_notify('Tidings', 'out')`.execute(database.writer)
    expect(await promise).toBe('out')
    stop()
  })

  test('transactions begun at once do not see into each other', async () => {
    await sql`create table newsroom.tally (n integer)`.execute(database.owner)
    await sql`insert into newsroom.tally values (0)`.execute(database.writer)
    const add = () =>
      database.transact(async (tx) => {
        const { rows } = await sql<{ n: number }>`select n from newsroom.tally for update`.execute(tx)
        await sql`update newsroom.tally set n = ${(rows[0]?.n ?? 0) + 1}`.execute(tx)
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect((await sql`select n from newsroom.tally`.execute(database.writer)).rows).toEqual([{ n: 20 }])
  })

  test('a day is read as the text it is', async () => {
    expect((await sql`select date '2023-05-05' as day, 3::bigint as many`.execute(database.writer)).rows).toEqual([
      { day: '2023-05-05', many: 3 },
    ])
  })

  test('nobody changes what the audit log says, whatever role they work by', async () => {
    await sql`insert into newsroom.audit (id, at, member_name, act, kind, object_id, name, surface)
      values (gen_random_uuid(), now(), 'Ana', 'releaseStory', 'edition', '1', 'The ferry sails again', 'desk')`.execute(database.writer)
    for (const change of ["update newsroom.audit set act = 'nothing'", 'delete from newsroom.audit', 'truncate newsroom.audit']) {
      await expect(sql.raw(change).execute(database.writer), change).rejects.toThrow('permission denied')
      await expect(sql.raw(change).execute(database.owner), change).rejects.toThrow('only added to')
    }
  })

  test('a migrated archive needs no migration; one from a newer program is refused', async () => {
    expect(await migrate(database, migrationsFolder)).toEqual([])
    await sql`insert into public.dateline_migration values (9999, '9999-next.sql', 'x')`.execute(database.owner)
    await expect(migrate(database, migrationsFolder)).rejects.toMatchObject({ code: 'database-newer' })
  })
})

async function whoAmI(reader: Database['site']): Promise<string | undefined> {
  return (await sql<{ who: string }>`select current_user as who`.execute(reader)).rows[0]?.who
}

test.runIf(engines.includes('postgres'))(
  'a connection that is cut in the middle of a question fails that question and nothing more',
  async () => {
    const server = new URL(inject('postgresUrl'))
    const sockets = new Set<Socket>()
    const cable = createServer((near) => {
      const far = connectSocket(Number(server.port), server.hostname)
      for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
      near.pipe(far).pipe(near)
    }).listen(0, '127.0.0.1')
    await once(cable, 'listening')
    const address = cable.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await using database = await openDatabase({
      databaseUrl: `${server.protocol}//${server.username}:${server.password}@127.0.0.1:${port}/postgres`,
      dataFolder: '',
      role: 'server',
    })
    const question = sql`select pg_sleep(30)`.execute(database.writer)
    await expect.poll(() => sockets.size).toBeGreaterThanOrEqual(2)
    await sql`select 1`.execute(database.writer)
    for (const socket of sockets) socket.resetAndDestroy()
    await expect(question).rejects.toThrow(/terminated|ECONNRESET/)
    expect((await sql<{ one: number }>`select 1 as one`.execute(database.writer)).rows).toEqual([{ one: 1 }])
    cable.close()
  },
)
