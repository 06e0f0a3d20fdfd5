import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, olga, released } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'

import { findAddress } from '../live/find-address.ts'
import { findRiver } from '../live/find-river.ts'
import { findStory } from '../live/find-story.ts'
import { nextChange } from '../live/live-reader.ts'
import { searchStories } from '../live/search-stories.ts'
import { changeSlug } from './change-slug.ts'
import { fileEdition } from './file-story.ts'
import { correctStory, releaseStory } from './release-story.ts'
import { saveRevision } from './save-revision.ts'
import { StaleRevision } from './stale-revision.ts'
import { withdrawStory } from './withdraw-story.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.set(new Date('2026-05-05T09:00:00Z'))
    await sql`truncate newsroom.story, live.edition, live.river, live.river_count, live.address, live.withdrawal, live.upcoming
      cascade`.execute(newsroom.db.writer)
  })

  test('a contributor files a story, and may not release it', async () => {
    const { edition } = await draft(newsroom)
    await expect(releaseStory(newsroom, ana, { edition })).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).items).toEqual([])
  })

  test('an observer may not write', async () => {
    const { edition } = await draft(newsroom)
    await expect(saveRevision(newsroom, olga, { edition, madeFrom: 1, content: ferry() })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a released story flows in its rivers and answers at its address', async () => {
    await released(newsroom)
    const live = await reading(newsroom)
    expect(await findRiver(live, 'en', ['place=MD', 'year=2026'], 1)).toMatchObject({
      total: 1,
      items: [{ headline: 'The ferry sails again' }],
    })
    expect((await findRiver(live, 'fr', [], 1)).total).toBe(0)
    const address = await findAddress(live, '/news/the-ferry-sails-again', { slug: 'the-ferry-sails-again', language: 'en' })
    expect(address.kind).toBe('lives')
  })

  test('a story released for a later second is there at that second, though no job runs', async () => {
    const at = new Date('2026-05-05T12:00:00Z')
    await released(newsroom, {}, at)
    const before = await reading(newsroom)
    expect((await findRiver(before, 'en', [], 1)).total).toBe(0)
    expect(await nextChange(before)).toEqual(at)
    newsroom.clock.set(at)
    const then = await reading(newsroom)
    expect(await findRiver(then, 'en', [], 1)).toMatchObject({ total: 1, items: [{ publishedAt: at }] })
    expect(await nextChange(then)).toBeNull()
  })

  test('releasing now takes the place of what was scheduled', async () => {
    const { edition } = await released(newsroom, {}, new Date('2026-05-06T09:00:00Z'))
    await releaseStory(newsroom, edit, { edition })
    newsroom.clock.set(new Date('2026-05-07T09:00:00Z'))
    const live = await reading(newsroom)
    expect(await findRiver(live, 'en', [], 1)).toMatchObject({ total: 1, items: [{ publishedOn: '2026-05-05' }] })
  })

  test('a save made from an older revision is refused with what changed, and nothing is lost', async () => {
    const { edition } = await draft(newsroom)
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ summary: 'Ana was first.' }) })
    const late = saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ summary: 'Edit was second.' }) })
    await expect(late).rejects.toBeInstanceOf(StaleRevision)
    await expect(late).rejects.toMatchObject({ latest: 2, changed: ['summary'] })
    const kept = await newsroom.db.writer.selectFrom('newsroom.revision').select('number').where('edition_id', '=', edition).execute()
    expect(kept).toHaveLength(2)
  })

  test('of ten who save the same revision at once, one is kept', async () => {
    const { edition } = await draft(newsroom)
    const saves = Array.from({ length: 10 }, (_, index) =>
      saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ summary: `Save ${index}` }) }),
    )
    const settled = await Promise.allSettled(saves)
    expect(settled.filter((save) => save.status === 'fulfilled')).toHaveLength(1)
  })

  test('a correction says what was wrong, and the story keeps its date', async () => {
    const { edition } = await released(newsroom)
    newsroom.clock.advance(3_600_000)
    const revision = await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ summary: 'It takes fourteen lorries.' }) })
    await correctStory(newsroom, edit, { edition, revision, correction: 'We wrote forty lorries; it takes fourteen.' })
    const live = await reading(newsroom)
    const address = await findAddress(live, '/news/the-ferry-sails-again', { slug: 'the-ferry-sails-again', language: 'en' })
    const story = await findStory(live, address.kind === 'lives' ? address.release : '')
    expect(story).toMatchObject({
      summary: 'It takes fourteen lorries.',
      publishedAt: new Date('2026-05-05T09:00:00Z'),
      modifiedAt: new Date('2026-05-05T10:00:00Z'),
      corrections: [{ note: 'We wrote forty lorries; it takes fourteen.' }],
    })
  })

  test('a draft on a live story is not seen', async () => {
    const { edition } = await released(newsroom)
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline: 'Secret', slug: 'the-ferry-sails-again' }) })
    const live = await reading(newsroom)
    expect((await findRiver(live, 'en', [], 1)).items.map((item) => item.headline)).toEqual(['The ferry sails again'])
  })

  test('a withdrawn story keeps its address, which says why', async () => {
    const { edition } = await released(newsroom)
    await withdrawStory(newsroom, edit, { edition, reason: 'The partner has withdrawn the figures.' })
    const live = await reading(newsroom)
    expect(await findAddress(live, '/news/the-ferry-sails-again')).toMatchObject({
      kind: 'gone',
      reason: 'The partner has withdrawn the figures.',
    })
    expect((await findRiver(live, 'en', [], 1)).total).toBe(0)
  })

  test('an old slug leads to the new one, and nobody else can have it', async () => {
    const { edition } = await released(newsroom)
    await changeSlug(newsroom, edit, { edition, slug: 'ferry' })
    const live = await reading(newsroom)
    expect(await findAddress(live, '/news/the-ferry-sails-again')).toEqual({ kind: 'moved', slug: 'ferry', language: 'en' })
    await expect(released(newsroom)).rejects.toMatchObject({ code: 'address-taken' })
  })

  test('a story tells of its other languages', async () => {
    const { story } = await released(newsroom)
    const french = await fileEdition(newsroom, ana, { story, language: 'fr', content: ferry({ headline: 'Le bac repart' }) })
    await releaseStory(newsroom, edit, { edition: french })
    const live = await reading(newsroom)
    const address = await findAddress(live, '/fr/news/le-bac-repart', { slug: 'le-bac-repart', language: 'fr' })
    const page = await findStory(live, address.kind === 'lives' ? address.release : '')
    expect(page?.editions).toEqual([{ language: 'en', slug: 'the-ferry-sails-again', headline: 'The ferry sails again' }])
  })

  test('search knows the stem of a word, whatever its accents', async () => {
    await released(newsroom, { headline: 'Ferries of Chișinău', slug: 'ferries' })
    const live = await reading(newsroom)
    expect((await searchStories(live, 'en', 'FERRY chisinau', 1)).items.map((item) => item.slug)).toEqual(['ferries'])
    expect((await searchStories(live, 'en', 'tram', 1)).total).toBe(0)
  })

  test('the site can read what is live and nothing else', async () => {
    await released(newsroom)
    const { site } = newsroom.db
    expect(await site.selectFrom('live.edition').select('slug').execute()).toHaveLength(1)
    await expect(site.selectFrom('newsroom.revision').selectAll().execute()).rejects.toThrow(/permission denied/)
    await expect(site.selectFrom('newsroom.member').selectAll().execute()).rejects.toThrow(/permission denied/)
    await expect(site.deleteFrom('live.edition').execute()).rejects.toThrow(/permission denied/)
  })

  test('an embargoed story is recorded as such, and nobody sees it before its second', async () => {
    const { edition } = await draft(newsroom)
    const at = new Date('2026-05-08T06:00:00Z')
    await releaseStory(newsroom, edit, { edition, at, isEmbargoed: true })
    const release = await newsroom.db.writer.selectFrom('newsroom.release').select(['is_embargoed', 'from_at', 'kind']).executeTakeFirst()
    expect(release).toEqual({ is_embargoed: true, from_at: at, kind: 'first' })
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).total).toBe(0)
    newsroom.clock.set(at)
    expect((await findRiver(await reading(newsroom), 'en', [], 1)).total).toBe(1)
  })

  test('twenty releases at once are all there, and counted', async () => {
    const drafts = []
    for (let part = 0; part < 10; part += 1)
      drafts.push(
        await released(newsroom, { headline: `Ferry ${part}`, slug: `ferry-${part}`, places: part % 2 ? ['MD', 'UA'] : ['UA', 'GE'] }),
      )
    await Promise.all(
      drafts.map(({ edition }, part) =>
        part % 3 ? releaseStory(newsroom, edit, { edition }) : withdrawStory(newsroom, edit, { edition, reason: 'Wrong.' }),
      ),
    )
    const live = await reading(newsroom)
    expect((await findRiver(live, 'en', [], 1)).total).toBe(6)
    expect((await findRiver(live, 'en', ['place=UA'], 1)).total).toBe(6)
    expect((await findRiver(live, 'en', ['place=UA', 'place=GE'], 1)).total).toBe((await findRiver(live, 'en', ['place=GE'], 1)).total)
  })

  test('history cannot be rewritten', async () => {
    await draft(newsroom)
    await expect(newsroom.db.writer.updateTable('newsroom.revision').set({ hash: 'x' }).execute()).rejects.toThrow(/immutable/)
  })
})
