import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findThreads } from '#newsroom/comments/find-comments.ts'
import { readOverview } from '#newsroom/desk-lists/read-overview.ts'
import { findRiver } from '#newsroom/live/find-river.ts'
import { findFirstAdministrator } from '#newsroom/members/make-sign-in-link.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { listTranslations } from '#newsroom/translations/list-translations.ts'
import { clockAt } from '#platform/clock.ts'
import { openApp } from '#src/app.ts'
import { engines, openTestDatabase } from '#test/engines.ts'
import { reading } from '#test/reader.ts'
import { silent } from '#test/silent-log.ts'

import { loadDemo } from './load-demo.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: Newsroom
  beforeAll(async () => {
    newsroom = { db: await openTestDatabase(engine), clock: clockAt('2026-11-24T09:00:00Z') }
    await loadDemo(newsroom)
  }, 120_000)
  afterAll(() => newsroom.db[Symbol.asyncDispose]())

  test('the demo tells three years of news in four languages, with a correction, a withdrawal and a story to come', async () => {
    const live = await reading(newsroom)
    const totals = await Promise.all(['en', 'fr', 'ru', 'ar'].map(async (language) => (await findRiver(live, language, [], 1)).total))
    expect(totals[0]).toBeGreaterThanOrEqual(60)
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(10)
    expect(live.registers.projects.size).toBe(8)
    const corrected = await newsroom.db.writer.selectFrom('newsroom.release').select('id').where('kind', '=', 'correction').execute()
    const withdrawn = await newsroom.db.writer.selectFrom('live.withdrawal').select('edition_id').execute()
    const toCome = await newsroom.db.writer
      .selectFrom('live.edition')
      .select('slug')
      .where('visible_from', '>', newsroom.clock.now())
      .execute()
    expect([corrected.length, withdrawn.length, toCome.length].every((count) => count > 0)).toBe(true)
  })

  test('whoever opens the demo finds work on the desk: a draft that is talked about, a text in review, one that waits for its day', async () => {
    const now = newsroom.clock.now()
    const first = await findFirstAdministrator(newsroom)
    const administrator = { ...operator, id: first?.id ?? '' }
    const { toClear, scheduled, tasks, overdue } = await readOverview(newsroom.db.writer, administrator, now)
    expect(toClear.map(({ state }) => state)).toEqual(['in review'])
    expect(scheduled.map(({ savedBy }) => savedBy)).toContain('Lejla Hoxha')
    expect(overdue).toEqual([])
    expect(tasks).toHaveLength(1)
    expect(await findThreads(newsroom.db.writer, tasks[0]?.edition ?? '')).toHaveLength(1)
    const { rows } = await listTranslations(newsroom.db.writer, administrator, { releasedIn: 'en', behindIn: 'fr', behind: 'stale' }, now)
    expect(rows.flatMap(({ cells }) => cells.filter(({ stale }) => stale > 0)).map(({ language, stale }) => [language, stale])).toEqual([
      ['fr', 1],
    ])
  })

  test('every page of the demo prints, and no link in it is broken', { timeout: 120_000 }, async () => {
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
