import { describe, expect, test } from 'vitest'

import { findRiver } from '#newsroom/live/find-river.ts'
import { clockAt } from '#platform/clock.ts'
import { openApp } from '#src/app.ts'
import { engines, openTestDatabase } from '#test/engines.ts'
import { reading } from '#test/reader.ts'
import { silent } from '#test/silent-log.ts'

import { loadDemo } from './load-demo.ts'

describe.each(engines)('on %s', (engine) => {
  test('the demo tells three years of news in four languages, with a correction, a withdrawal and a story to come', async () => {
    await using db = await openTestDatabase(engine)
    const newsroom = { db, clock: clockAt('2026-11-24T09:00:00Z') }
    await loadDemo(newsroom)
    const live = await reading(newsroom)
    const totals = await Promise.all(['en', 'fr', 'ru', 'ar'].map(async (language) => (await findRiver(live, language, [], 1)).total))
    expect(totals[0]).toBeGreaterThanOrEqual(60)
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(10)
    expect(live.registers.projects.size).toBe(8)
    const corrected = await db.writer.selectFrom('newsroom.release').select('id').where('kind', '=', 'correction').execute()
    const withdrawn = await db.writer.selectFrom('live.withdrawal').select('edition_id').execute()
    const toCome = await db.writer.selectFrom('live.edition').select('slug').where('visible_from', '>', newsroom.clock.now()).execute()
    expect([corrected.length, withdrawn.length, toCome.length].every((count) => count > 0)).toBe(true)
  })

  test('every page of the demo prints, and no link in it is broken', { timeout: 120_000 }, async () => {
    await using db = await openTestDatabase(engine)
    const newsroom = { db, clock: clockAt('2026-11-24T09:00:00Z') }
    await loadDemo(newsroom)
    await using app = await openApp({ newsroom, origin: 'http://localhost:3000', log: silent })
    const broken: string[] = []
    const seen = new Set(['/'])
    for (const path of seen) {
      const page = await app.print(path)
      if (page.status !== 200 && page.status !== 301 && page.status !== 410) broken.push(`${page.status} ${path}`)
      const hrefs = String(page.body).matchAll(/<a [^>]*href="(\/[^"#]*)"/g)
      for (const [, href] of hrefs) if (href && !href.startsWith('/maps/')) seen.add(href.replaceAll('&amp;', '&'))
    }
    expect(broken).toEqual([])
    expect(seen.size).toBeGreaterThan(200)
  })
})
