import type { KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'

import { uuid7 } from '#lib/uuid7.ts'
import { parametersOf } from '#src/printer.ts'
import { engines } from '#test/engines.ts'
import { newsroomOn } from '#test/newsroom.ts'

import { OldQueries } from './old-queries.ts'

describe.each(engines)('on %s', (engine) => {
  test('an archive that moves in chunk by chunk has the old addresses read a few times, and only those that are a page of ours', async () => {
    await using newsroom = await newsroomOn(engine)
    const { db, clock } = newsroom
    const rows: string[] = []
    let reads = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        reads += 1
        rows.push(...result.rows.map(({ path }) => String(path)))
        return result
      },
    }
    using old = new OldQueries(
      { ...db, site: db.site.withPlugin(counting) },
      { isOurs: (path) => Array.isArray(parametersOf(path)), onNew: () => undefined },
    )
    const since = clock.now()
    const chunks = 20
    for (let chunk = 0; chunk < chunks; chunk += 1)
      await db.transact(async (tx) => {
        const paths = Array.from({ length: 401 }, (_, n) => `/index.php?id=${chunk}-${n}`)
        const ours = [`/?p=${chunk}`, `/fr/news?id=${chunk}`, `/news/eel-${chunk}?x=1`]
        const edition_id = uuid7(since)
        await tx
          .insertInto('live.address')
          .values([...paths, ...ours].map((path) => ({ path, edition_id, since })))
          .execute()
        tx.touch([...paths, ...ours].map((path) => `address:${path}`))
      })
    await Promise.all(Array.from({ length: 50 }, () => old.load()))
    expect(reads).toBeLessThanOrEqual(chunks + 2)
    expect(new Set(rows.filter((path) => path.startsWith('/index.php')))).toEqual(new Set())
    for (const path of ['/?p=3', '/fr/news?id=7', `/news/eel-${chunks - 1}?x=1`]) expect(old.has(path), path).toBe(true)
    expect(old.has('/?p=999')).toBe(false)
  })
})
