import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, newsroomOn, released } from '#test/newsroom.ts'

import { findHeadlines } from './find-headlines.ts'
import { LiveReader } from './live-reader.ts'
import { readRegisters } from './read-registers.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let live: LiveReader

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await released(newsroom, { headline: 'Chișinău: the ferry sails again', slug: 'one' })
    await released(newsroom, { headline: 'Łódź, 100 % on the ferry', slug: 'two' })
    await released(newsroom, { headline: 'المِقْيَاس على النهر', slug: 'three' })
    await released(newsroom, { headline: 'Neue Autofähre über den Fluß', slug: 'four' })
    await released(newsroom, { headline: '新渡船又开航了', slug: 'five' })
    await draft(newsroom, { headline: 'The ferry that nobody sees' })
    for (let n = 1; n <= 12; n += 1) {
      newsroom.clock.advance(60_000)
      await released(newsroom, { headline: `Lock ${n} is open`, slug: `lock-${n}` })
    }
    live = new LiveReader(newsroom.db.site, await readRegisters(newsroom.db.site), newsroom.clock.now())
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  test.each([
    ['again CHISINAU', ['one']],
    ['ferry chișinău  sail', ['one']],
    ['lodz', ['two']],
    ['100 %', ['two']],
    ['النهر المقياس', ['three']],
    ['نهر', ['three']],
    ['fähre flus', ['four']],
    ['渡船', ['five']],
    ['ferry linz', []],
    ['Lock', Array.from({ length: 10 }, (_, n) => `lock-${12 - n}`)],
    ['%', Array.from({ length: 10 }, (_, n) => `lock-${12 - n}`)],
  ])('“%s” finds the stories that have all its words in their headlines', async (words, slugs) => {
    expect((await findHeadlines(live, words)).map(({ slug }) => slug)).toEqual(slugs)
  })
})
