import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { clearStory } from '../review/clear-story.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { fileStory } from './file-story.ts'
import { listSteps } from './list-steps.ts'
import { listRevisions } from './read-writing.ts'
import { releaseStory } from './release-story.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveRevision } from './save-revision.ts'

const [ana, ben] = [someone('Ana', 'contributor'), someone('Ben', 'editor')]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let edition: string

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, ben)
    ;({ edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ summary: 'One.' }) }))
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const save = (by: typeof ana, madeFrom: number, over: Parameters<typeof ferry>[0], isAutosave = false) =>
    saveRevision(newsroom, by, { edition, madeFrom, content: ferry(over), isAutosave })

  test('history tells of each entry who kept it, from when to when, and how much it changed since the one before', async () => {
    const wrote = [
      { summary: 'One two.' },
      { summary: 'One two three.' },
      { summary: 'One two three four.' },
      { summary: 'Two three four.', places: ['MD', 'RO'] },
    ]
    for (const [at, over] of wrote.entries()) {
      newsroom.clock.advance(2 * 60_000)
      await save(ana, at + 1, over, true)
    }
    newsroom.clock.advance(60 * 60_000)
    await save(ben, 5, { summary: 'Two.', places: ['MD', 'RO'] })
    await restoreRevision(newsroom, ben, { edition, revision: 1 })
    expect(await listRevisions(newsroom.db.writer, edition)).toMatchObject([
      { number: 7, savedBy: 'Ben', isAutosave: false, amount: { added: 1, removed: 1, facts: 1 } },
      { number: 6, savedBy: 'Ben', isAutosave: false, amount: { added: 0, removed: 2, facts: 0 } },
      {
        number: 5,
        savedBy: 'Ana',
        isAutosave: true,
        beganAt: new Date('2026-05-05T09:02:00Z'),
        savedAt: new Date('2026-05-05T09:08:00Z'),
        // Since revision 1: the autosaves between are not there any more.
        amount: { added: 3, removed: 1, facts: 1 },
      },
      { number: 1, savedBy: 'Ana', isAutosave: false, amount: null },
    ])
  })

  test('history names the steps of each revision', async () => {
    await sendForReview(newsroom, ana, { edition })
    await clearStory(newsroom, ben, { edition, revision: 7 })
    await releaseStory(newsroom, ben, { edition })
    const acts = (steps: { act: string; by: string }[] | undefined) => steps?.map(({ act, by }) => `${by}: ${act}`)
    const steps = await listSteps(newsroom.db.writer, edition)
    expect([...steps.keys()]).toEqual([7])
    expect(acts(steps.get(7))).toEqual(['Ana: sent', 'Ben: cleared', 'Ben: released'])
  })
})
