import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { uuid7 } from '#lib/uuid7.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { fileStory } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { fileTopic } from '../topics/file-topic.ts'
import { listTranslations } from '../translations/list-translations.ts'
import { changeStories } from './change-stories.ts'
import { listEditions } from './list-editions.ts'
import { readChange } from './read-change.ts'
import { readOverview } from './read-overview.ts'
import { undoChange } from './undo-change.ts'

const eva = someone('Eva', 'editor')
const boris = someone('Boris', 'chief editor')
const ana = someone('Ana', 'contributor')

describe.each(engines)('what a change of many does not touch, on %s', (engine) => {
  let newsroom: TestNewsroom
  let section = ''
  let topic = ''

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    section = (await sectionsAndProjects(newsroom)).free
    topic = await fileTopic(newsroom, { slug: 'rivers', name: { en: 'Rivers' } })
    await admit(newsroom, eva, boris, ana)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const file = async (slug: string): Promise<string> =>
    (await fileStory(newsroom, ana, { language: 'en', content: ferry({ slug, section }) })).edition

  test('a change of many and its undoing are no news: who saved it last, who has it and what was released last stay as they were', async () => {
    const [early, late] = [await file('early'), await file('late')]
    await releaseStory(newsroom, boris, { edition: early })
    newsroom.clock.advance(60_000)
    await releaseStory(newsroom, boris, { edition: late })
    const remembered = async () => {
      const { writer } = newsroom.db
      const now = newsroom.clock.now()
      const { lines } = await listEditions(writer, boris, { atMost: 100 }, now)
      const { rows } = await listTranslations(writer, boris, { atMost: 100 }, now)
      return {
        saved: lines.map(({ edition, savedAt, savedBy }) => ({ edition, savedAt, savedBy })),
        holders: rows.flatMap(({ cells }) => cells.map(({ edition, owner }) => ({ edition, owner }))),
        latest: (await readOverview(writer, boris, now)).latest.map(({ edition, publishedAt }) => ({ edition, publishedAt })),
        steps: (await writer.selectFrom('newsroom.step').select('id').where('edition_id', 'in', [early, late]).execute()).length,
      }
    }
    const before = await remembered()
    expect(before.saved.find(({ edition }) => edition === early)).toMatchObject({ savedBy: 'Ana' })
    expect(before.latest[0]).toMatchObject({ edition: late })
    newsroom.clock.advance(60_000)
    const id = await changeStories(newsroom, eva, {
      id: uuid7(newsroom.clock.now()),
      editions: [early],
      change: { kind: 'add topic', topic },
    })
    const { items } = await readChange(newsroom.db.writer, eva, id, newsroom.clock.now())
    expect(items[0]).toMatchObject({ outcome: 'released' })
    expect(await remembered()).toEqual(before)
    newsroom.clock.advance(60_000)
    await undoChange(newsroom, eva, { change: id })
    expect(await remembered()).toEqual(before)
  })
})
