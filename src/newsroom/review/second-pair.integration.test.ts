import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import { newsroomOn } from '#test/newsroom.ts'
import { sectionsAndProjects } from '#test/cast.ts'

import { acts, Desk } from './second-pair-history.fixture.ts'
import { expectNobodyAlone, expectOnRecord, expectReferencesKept } from './second-pair-truths.fixture.ts'

const runs = 25

describe.each(engines)('on %s', (engine) => {
  test('whatever members try, readers of a strict section see no text that only its writers stood by', { timeout: 240_000 }, async () => {
    await using newsroom = await newsroomOn(engine)
    const places = await sectionsAndProjects(newsroom)
    let releases = 0
    await fc.assert(
      fc.asyncProperty(acts, async ({ roles, steps }) => {
        await sql`truncate newsroom.story, live.edition, live.river, live.river_count, live.address, live.withdrawal, live.upcoming,
          newsroom.member cascade`.execute(newsroom.db.writer)
        const desk = await Desk.open(newsroom, places, roles)
        for (const step of steps) {
          if (!(await desk.live(step))) continue
          if (step.kind === 'release') releases += 1
          await expectReferencesKept(newsroom)
          await expectOnRecord(newsroom)
          await expectNobodyAlone(newsroom, desk)
        }
      }),
      { numRuns: runs },
    )
    // Histories in which nothing ever came before readers would show nothing.
    expect(releases).toBeGreaterThan(runs / 4)
  })
})
