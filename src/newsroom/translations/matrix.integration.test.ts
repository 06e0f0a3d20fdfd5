import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, ferry, newsroomOn } from '#test/newsroom.ts'

import { fileStory } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import type { MatrixQuery } from './list-translations.ts'
import { listTranslations, rowsAPage } from './list-translations.ts'
import { markPassages } from './mark-passages.ts'
import { readSideBySide } from './read-translation.ts'
import { translateEdition } from './translate-edition.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>
  const stories: string[] = []

  // English, released; every second has a French edition that is done, every fourth one whose source changed since.
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    for (let n = 0; n < 8; n += 1) {
      newsroom.clock.advance(1000)
      const content = ferry({ headline: `Ferry ${n}`, section: places.free, projects: [n < 4 ? places.ours : places.theirs] })
      const { story, edition } = await fileStory(newsroom, edit, { language: 'en', content })
      stories.push(story)
      if (n !== 7) await releaseStory(newsroom, edit, { edition })
      if (n % 2 === 0) await translateAndFinish(edition)
      if (n % 4 === 0) await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: { ...content, summary: 'It sails.' } })
    }
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  async function translateAndFinish(source: string): Promise<void> {
    const edition = await translateEdition(newsroom, edit, { edition: source, language: 'fr' })
    const { pairs, translation } = await readSideBySide(newsroom.db.writer, edition)
    const passages = pairs.flatMap(({ followed }) => followed?.id ?? [])
    await markPassages(newsroom, edit, {
      edition,
      revision: translation.targetRevision,
      sourceRevision: translation.sourceRevision,
      passages,
    })
  }
  const asked = async (query: MatrixQuery, member = edit) => {
    const { rows } = await listTranslations(newsroom.db.writer, member, query, newsroom.clock.now())
    return rows.map(({ story }) => stories.indexOf(story)).toSorted((a, b) => a - b)
  }

  test('“released in English, stale in French” names exactly those', async () => {
    expect(await asked({ releasedIn: 'en', behindIn: 'fr', behind: 'stale' })).toEqual([0, 4])
    expect(await asked({ releasedIn: 'en', behindIn: 'fr', behind: 'missing' })).toEqual([1, 3, 5])
    expect(await asked({ releasedIn: 'en', behindIn: 'fr' })).toEqual([0, 1, 3, 4, 5])
    expect(await asked({ behindIn: 'fr', behind: 'missing' })).toEqual([1, 3, 5, 7])
  })

  test('it is narrowed by project, section and owner, who is the one asked, else the last to write', async () => {
    expect(await asked({ project: places.ours })).toEqual([0, 1, 2, 3])
    expect(await asked({ section: places.strict })).toEqual([])
    expect(await asked({ owner: 'Edit' })).toHaveLength(8)
    const louise = someone('Louise', 'contributor')
    await newsroom.db.writer
      .insertInto('newsroom.member')
      .values({ ...louise, email: 'louise@example.org', created_at: newsroom.clock.now() })
      .execute()
    const { rows } = await listTranslations(newsroom.db.writer, edit, {}, newsroom.clock.now())
    const edition = rows[0]?.cells[0]?.edition ?? ''
    await newsroom.db.writer
      .insertInto('newsroom.assignment')
      .values({
        id: louise.id,
        edition_id: edition,
        member_id: louise.id,
        task: 'Translate',
        due_on: null,
        given_by: 'Edit',
        given_at: newsroom.clock.now(),
      })
      .execute()
    expect(await asked({ owner: 'Louise' })).toEqual([stories.indexOf(rows[0]?.story ?? '')])
  })

  test('a contributor sees the stories that are given to her, and of other editions only that they are there', async () => {
    const contributor = someone('Zarina', 'contributor', { projects: [places.theirs], languages: ['fr'] })
    expect(await asked({}, contributor)).toEqual([4, 6])
    const { rows } = await listTranslations(newsroom.db.writer, contributor, {}, newsroom.clock.now())
    expect(rows.flatMap(({ cells }) => cells.filter(({ mayRead }) => mayRead).map(({ language }) => language))).toEqual(['fr', 'fr'])
  })

  test('pages follow one another without a gap, and each answers in an instant with 10,000 stories', { timeout: 120_000 }, async () => {
    const { writer } = newsroom.db
    await sql`insert into newsroom.story (id, kind, filed_at)
      select ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'news', now() from generate_series(1, 10000) n`.execute(writer)
    await sql`insert into newsroom.edition (id, story_id, language, state, revision, headline, saved_at, saved_by, shown_revision, shown_from)
      select ('01800000-0000-7000-9' || l.k || '00-' || lpad(to_hex(n), 12, '0'))::uuid, ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        l.language, 'released', 1, 'Ferry ' || n, now(), 'Someone ' || n % 50, 1, ${newsroom.clock.now()}
      from generate_series(1, 10000) n, (values (1, 'en'), (2, 'fr'), (3, 'ar')) l(k, language) where n % l.k = 0`.execute(writer)
    await sql`insert into newsroom.translation (edition_id, source_id, made_from, made_by, made_at, source_revision, target_revision, passages, stale_passages)
      select e.id, s.id, 1, 'Someone', now(), 1, 1, '[]', case when e.id::text like '%00' then 3 else 0 end
      from newsroom.edition e join newsroom.edition s on s.story_id = e.story_id and s.language = 'en'
      where e.language = 'fr' and e.id::text like '01800000%'`.execute(writer)
    await sql`analyze newsroom.story, newsroom.edition, newsroom.translation`.execute(newsroom.db.owner)
    const seen = new Set<string>()
    let before: string | undefined
    for (let page = 0; page < 5; page += 1) {
      const { rows, next } = await listTranslations(writer, edit, { ...(before && { before }) }, newsroom.clock.now())
      expect(rows).toHaveLength(rowsAPage)
      rows.forEach(({ story }) => seen.add(story))
      before = next
    }
    expect(seen.size).toBe(5 * rowsAPage)
    const queries: MatrixQuery[] = [
      {},
      { releasedIn: 'en', behindIn: 'fr', behind: 'stale' },
      { releasedIn: 'en', behindIn: 'ar', behind: 'missing' },
      { releasedIn: 'fr', behindIn: 'ar' },
      { owner: 'Someone 7' },
      { owner: 'Nobody' },
      { project: places.theirs },
    ]
    for (const query of queries) {
      const times: number[] = []
      for (let n = 0; n < 5; n += 1) {
        const began = performance.now()
        await listTranslations(writer, edit, query, newsroom.clock.now())
        times.push(performance.now() - began)
      }
      // 4 to 37 ms each on two busy cores; ten times that is another way of asking.
      expect(times.toSorted((a, b) => a - b)[2], JSON.stringify(query)).toBeLessThan(400)
    }
  })
})
