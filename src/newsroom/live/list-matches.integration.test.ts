import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn, released } from '#test/newsroom.ts'
import type { MatchMark } from './list-matches.ts'
import { listMatches } from './list-matches.ts'
import { LiveReader } from './live-reader.ts'
import { readRegisters } from './read-registers.ts'

const many = 1200

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    const { edition } = await released(newsroom, { headline: 'A word that very many say', slug: 'common' })
    await sql`insert into live.edition select (jsonb_populate_record(e, jsonb_build_object('release_id', gen_random_uuid(), 'edition_id', gen_random_uuid(),
      'slug', 'common-' || n, 'published_at', e.published_at - n / 7 * interval '1 minute'))).* from live.edition e, generate_series(1, ${many - 1}) n
      where e.edition_id = ${edition}`.execute(newsroom.db.owner)
    await sql`insert into live.river select 'all', language, published_at, rank, release_id, visible_from, null from live.edition where slug like 'common-%'`.execute(
      newsroom.db.owner,
    )
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  async function slugsOf(words: string, atMost: number): Promise<string[]> {
    const live = new LiveReader(newsroom.db.site, await readRegisters(newsroom.db.site), newsroom.clock.now())
    const slugs: string[] = []
    let after: MatchMark | undefined
    do {
      const { items, next } = await listMatches(live, { language: 'en', words, after, atMost })
      slugs.push(...items.map(({ slug }) => slug))
      after = next
    } while (after)
    return slugs
  }

  test('of a word that very many stories say, every story is met once, the newest first', async () => {
    const slugs = await slugsOf('very many', 100)
    expect(slugs).toHaveLength(many)
    expect(new Set(slugs).size).toBe(many)
    const ages = slugs.map((slug) => Math.floor(Number(slug.split('-')[1] ?? 0) / 7))
    expect(ages).toEqual(ages.toSorted((a, b) => a - b))
  })

  test('of a word that few say, the best match comes first, and each once', async () => {
    await released(newsroom, { headline: 'A kingfisher', slug: 'once', summary: 'It was seen.' })
    await released(newsroom, { headline: 'Kingfisher beside kingfisher', slug: 'thrice', summary: 'A kingfisher again.' })
    await released(newsroom, { headline: 'A bird', slug: 'aside', summary: 'No kingfisher.' })
    expect(await slugsOf('kingfisher', 1)).toEqual(['thrice', 'once', 'aside'])
  })
})
