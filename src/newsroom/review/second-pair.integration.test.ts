import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import { newsroomOn } from '#test/newsroom.ts'
import { sectionsAndProjects } from '#test/cast.ts'

import { acts, Desk } from './second-pair-history.fixture.ts'
import { expectClearedIsFree, expectNobodyAlone, expectOnRecord, expectReferencesKept } from './second-pair-truths.fixture.ts'

const runs = 25

describe.each(engines)('on %s', (engine) => {
  test('whatever members try, readers of a strict section see no text that only its writers stood by', { timeout: 240_000 }, async () => {
    await using newsroom = await newsroomOn(engine)
    const places = await sectionsAndProjects(newsroom)
    const met = { releases: 0, stoodBy: 0, free: 0 }
    await fc.assert(
      fc.asyncProperty(acts, async ({ before, roles, steps }) => {
        await sql`truncate newsroom.story, live.edition, live.river, live.river_count, live.address, live.withdrawal, live.upcoming,
          newsroom.member cascade`.execute(newsroom.db.writer)
        const desk = await Desk.open(newsroom, places, roles)
        for (const step of [...before, ...steps]) {
          if (!(await desk.live(step))) continue
          if (step.kind === 'release') met.releases += 1
          await expectReferencesKept(newsroom)
          await expectOnRecord(newsroom)
          met.stoodBy += await expectNobodyAlone(newsroom, desk)
          if (await expectClearedIsFree(newsroom)) met.free += 1
        }
      }),
      { numRuns: runs },
    )
    // Histories in which nothing ever came before readers, or nothing but for a reason, would show nothing.
    expect(met.releases).toBeGreaterThan(runs / 4)
    expect(met.stoodBy).toBeGreaterThan(runs / 2)
    expect(met.free).toBeGreaterThan(runs / 8)
  })
})
