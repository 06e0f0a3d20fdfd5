import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { undoBatch } from '#newsroom/batches/undo-batch.ts'
import { findRiver } from '#newsroom/live/find-river.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { openApp } from '#src/app.ts'
import { importArchive } from '#surfaces/intake/import-archive.ts'
import { engines } from '#test/engines.ts'
import { feedFile } from '#test/feed-of.ts'
import { edit, ferry, newsroomOn } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'
import { silent } from '#test/silent-log.ts'

const published = { as: 'published' as const }

describe.each(engines)('on %s', (engine) => {
  test('an archive moves in under its own dates', async () => {
    await using newsroom = await newsroomOn(engine)
    const result = await importArchive(newsroom, operator, await feedFile(450), published)
    expect(result).toMatchObject({ format: 'rss', read: 450, filed: 450, skipped: [] })
    const river = await findRiver(await reading(newsroom), 'en', [], 1)
    expect([river.total, river.pages]).toEqual([450, 23])
    expect(river.items.slice(0, 2)).toMatchObject([
      { headline: 'Ferry report 450', publishedOn: '2021-03-26' },
      { headline: 'Ferry report 449' },
    ])
  })

  test('its old addresses lead to the stories, query and all', async () => {
    await using newsroom = await newsroomOn(engine)
    await importArchive(newsroom, operator, await feedFile(3), published)
    await using app = await openApp({ newsroom, origin: 'https://news.example', log: silent })
    const moved = await app.print('/index.php?id=2')
    expect({ status: moved.status, location: moved.headers['location'] }).toEqual({ status: 301, location: '/news/ferry-report-2' })
    expect((await app.print('/index.php?id=77')).status).toBe(404)
  })

  test('the same source twice adds nothing', async () => {
    await using newsroom = await newsroomOn(engine)
    const file = await feedFile(250)
    await importArchive(newsroom, operator, file, published)
    const before = await contentsOf(newsroom)
    expect(await importArchive(newsroom, operator, file, published)).toMatchObject({ read: 250, filed: 0 })
    expect(await contentsOf(newsroom)).toEqual(before)
  })

  test('cut off anywhere and run again, it ends in the same archive, in one batch', async () => {
    const file = await feedFile(650)
    await using whole = await newsroomOn(engine)
    await importArchive(whole, operator, file, published)
    await using cut = await newsroomOn(engine)
    const stop = ({ read }: { read: number }) => {
      if (read >= 400) throw new Error('the power went')
    }
    await expect(importArchive(cut, operator, file, { ...published, onFiled: stop })).rejects.toThrow('the power went')
    await importArchive(cut, operator, file, published)
    expect(await contentsOf(cut)).toEqual(await contentsOf(whole))
    expect(await cut.db.writer.selectFrom('newsroom.batch').select('id').execute()).toHaveLength(1)
  })

  test('a batch is taken back whole', async () => {
    await using newsroom = await newsroomOn(engine)
    const before = await countsOf(newsroom)
    const { batch } = await importArchive(newsroom, operator, await feedFile(250), published)
    expect(await undoBatch(newsroom, operator, batch ?? '')).toBe(250)
    expect(await countsOf(newsroom)).toEqual(before)
    await expect(undoBatch(newsroom, operator, batch ?? '')).rejects.toMatchObject({ code: 'undone-already' })
  })

  test('a batch in which someone has worked is not taken back under their hands', async () => {
    await using newsroom = await newsroomOn(engine)
    const { batch } = await importArchive(newsroom, operator, await feedFile(3), published)
    const { id } = await newsroom.db.writer.selectFrom('newsroom.edition').select('id').limit(1).executeTakeFirstOrThrow()
    await saveRevision(newsroom, edit, { edition: id, madeFrom: 1, content: ferry() })
    await expect(undoBatch(newsroom, operator, batch ?? '')).rejects.toMatchObject({ code: 'batch-edited' })
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).total).toBe(3)
  })

  test('drafts are not seen by readers', async () => {
    await using newsroom = await newsroomOn(engine)
    await importArchive(newsroom, operator, await feedFile(5), { as: 'draft' })
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).total).toBe(0)
    expect((await contentsOf(newsroom)).length).toBe(5)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['half a feed', Buffer.from('<?xml version="1.0"?><rss version="2.0"><channel><item><title>Cut')],
    [
      'a bomb',
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      ),
    ],
  ])('%s is refused in one line and changes nothing', async (_what, bytes) => {
    await using newsroom = await newsroomOn(engine)
    const file = join(await feedFile(1), '../bad.xml')
    await writeFile(file, bytes)
    const before = await countsOf(newsroom)
    await expect(importArchive(newsroom, operator, file, published)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(/^[^\n]+$/),
    })
    expect(await countsOf(newsroom)).toEqual(before)
  })
})

async function contentsOf({ db }: Newsroom) {
  const rows = await db.writer
    .selectFrom('newsroom.story as story')
    .innerJoin('newsroom.edition as edition', 'edition.story_id', 'story.id')
    .innerJoin('newsroom.revision as revision', 'revision.edition_id', 'edition.id')
    .leftJoin('live.edition as live', 'live.edition_id', 'edition.id')
    .select([
      'story.origin_key',
      'story.origin_address',
      'story.origin_rank',
      'edition.state',
      'revision.hash',
      'live.slug',
      'live.published_at',
    ])
    .orderBy('story.origin_key')
    .execute()
  return rows
}

async function countsOf({ db }: Newsroom): Promise<Record<string, number>> {
  const tables = [
    'newsroom.story',
    'newsroom.edition',
    'newsroom.revision',
    'newsroom.release',
    'newsroom.section',
    'newsroom.suggestion',
    'live.edition',
    'live.river',
    'live.address',
  ] as const
  const counts = await Promise.all(
    tables.map(async (table) => {
      const row = await db.writer
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
      return [table, Number(row?.n)] as const
    }),
  )
  return Object.fromEntries(counts)
}
