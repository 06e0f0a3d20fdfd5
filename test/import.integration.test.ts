import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { undoBatch } from '#newsroom/batches/undo-batch.ts'
import { findRiver } from '#newsroom/live/find-river.ts'
import { legible } from '#lib/legible.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { fileEdition } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { suggestionSchema } from '#newsroom/suggestions/suggestion.ts'
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

  test('what a story says of its project, places and days waits as a suggestion', async () => {
    await using newsroom = await newsroomOn(engine)
    const items = [
      {
        id: '1',
        title: 'TIDES2 Project: Study visit to Slovenia',
        content_text: 'On 3 April pilots met in Koper, Slovenia.',
        date_published: '2024-05-05T10:00:00Z',
      },
    ]
    await importArchive(newsroom, operator, await jsonFeed(items), published)
    const { facts } = await newsroom.db.writer.selectFrom('newsroom.suggestion').select('facts').executeTakeFirstOrThrow()
    expect(suggestionSchema.array().parse(facts)).toMatchObject([
      { kind: 'project', slug: null, name: 'TIDES2' },
      { kind: 'place', code: 'SI', name: 'Slovenia' },
      { kind: 'place', code: null, name: 'Koper', within: 'SI' },
      { kind: 'activity-dates', starts: '2024-04-03', ends: '2024-04-03' },
    ])
  })

  test('no character and no length in a source cuts an import short', async () => {
    await using newsroom = await newsroomOn(engine)
    const day = '2024-05-05T10:00:00Z'
    const hostile = [
      { title: 'A headline with \u0000 and \b in it' },
      { title: 'Half a character \ud83d' },
      { title: 'An author cut in two', authors: [{ name: `${'a'.repeat(199)}😀` }] },
      { title: `a${'𠀀'.repeat(60)}` },
      { title: 'A long identity', id: '海'.repeat(1900) },
      { title: 'A long address', url: `https://old.example/${'海'.repeat(1900)}` },
      { title: 'A long word list', content_text: Array.from({ length: 60_000 }, (_, index) => `слово${index.toString(36)}`).join(' ') },
    ]
    const items = hostile.map((item, index) => ({ id: String(index), date_published: day, ...item }))
    expect(await importArchive(newsroom, operator, await jsonFeed(items), published)).toMatchObject({ read: 7, filed: 7, skipped: [] })
    const river = await findRiver(await reading(newsroom), 'en', [], 1)
    expect(river.items.map(({ headline }) => headline).toSorted()).toEqual(items.map(({ title }) => legible(title)).toSorted())
  })

  test('a story in a language that the newsroom does not publish in is filed, and said to wait', async () => {
    await using newsroom = await newsroomOn(engine)
    const items = [
      { id: '1', title: 'Vatten i staden', language: 'sv', date_published: '2024-05-05T10:00:00Z' },
      { id: '2', title: 'Water in the town', language: 'en-GB', date_published: '2024-05-05T10:00:00Z' },
    ]
    expect(await importArchive(newsroom, operator, await jsonFeed(items), published)).toMatchObject({
      filed: 2,
      skipped: [{ line: 1, reason: 'language-not-published', text: 'Vatten i staden' }],
    })
    const editions = await newsroom.db.writer.selectFrom('newsroom.edition').select(['language', 'state']).orderBy('language').execute()
    expect(editions).toEqual([
      { language: 'en', state: 'released' },
      { language: 'sv', state: 'draft' },
    ])
  })

  test('drafts are not seen by readers', async () => {
    await using newsroom = await newsroomOn(engine)
    await importArchive(newsroom, operator, await feedFile(5), { as: 'draft' })
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).total).toBe(0)
    expect((await contentsOf(newsroom)).length).toBe(5)
  })

  test('a story that came in as a draft keeps the date of its source when it is first released, and is new when it comes again', async () => {
    await using newsroom = await newsroomOn(engine)
    const summary = 'After a winter on land it carries forty lorries a day.'
    const items = [
      { id: '1', title: 'The bridge opens', date_published: '2019-06-01T10:00:00Z', summary },
      { id: '2', title: 'The ferry sails', summary },
      { id: '3', title: 'The river will rise', date_published: '2031-06-01T10:00:00Z', summary },
    ]
    await importArchive(newsroom, operator, await jsonFeed(items), { as: 'draft' })
    const [bridge, ferrySails, river] = await editionsOf(newsroom, ['The bridge opens', 'The ferry sails', 'The river will rise'])
    const story = await newsroom.db.writer
      .selectFrom('newsroom.edition')
      .select('story_id')
      .where('id', '=', bridge ?? '')
      .executeTakeFirstOrThrow()
    const translated = await fileEdition(newsroom, edit, { story: story.story_id, language: 'fr', content: ferry() })
    for (const edition of [bridge, ferrySails, river, translated]) await releaseStory(newsroom, edit, { edition: edition ?? '' })
    const days = async () => {
      const rows = await newsroom.db.writer
        .selectFrom('live.edition')
        .select(['edition_id', 'published_at', 'visible_from'])
        .orderBy('release_id')
        .execute()
      for (const row of rows) expect(row.visible_from).toEqual(newsroom.clock.now())
      return new Map(rows.map(({ edition_id, published_at }) => [edition_id, published_at.toISOString().slice(0, 10)]))
    }
    const expected = [
      [bridge, '2019-06-01'],
      [ferrySails, '2026-05-05'],
      [river, '2026-05-05'],
      [translated, '2026-05-05'],
    ]
    const shown = await days()
    expect(expected.map(([edition]) => [edition, shown.get(edition ?? '')])).toEqual(expected)
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).items.at(-1)).toMatchObject({ headline: 'The bridge opens' })
    await withdrawStory(newsroom, edit, { edition: bridge ?? '', reason: 'It is shut.' })
    await releaseStory(newsroom, edit, { edition: bridge ?? '' })
    expect((await days()).get(bridge ?? '')).toBe('2026-05-05')
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

async function jsonFeed(items: object[]): Promise<string> {
  const file = join(await feedFile(1), '../feed.json')
  await writeFile(file, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Old', items }))
  return file
}

async function editionsOf({ db }: Newsroom, headlines: string[]): Promise<string[]> {
  const rows = await db.writer.selectFrom('newsroom.edition').select(['id', 'headline']).execute()
  return headlines.flatMap((said) => rows.find(({ headline }) => headline === said)?.id ?? [])
}

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
