import { expect, test } from 'vitest'

import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { fileStory } from './file-story.ts'
import { readLatest } from './read-latest.ts'
import { readWriting } from './read-writing.ts'
import { saveRevision } from './save-revision.ts'

const ana = someone('Ana', 'contributor')

test.each(engines)('whoever opens a text while another types in it gets one revision, whole, on %s', async (engine) => {
  await using newsroom = await newsroomOn(engine)
  await admit(newsroom, ana)
  const said = (revision: number) => ferry({ slug: 'ferry', summary: `Lorry ${revision}.` })
  const { edition } = await fileStory(newsroom, ana, { language: 'en', content: said(1) })
  let isTyping = true
  const typed = async () => {
    for (let made = 1; made < 60; made += 1)
      await saveRevision(newsroom, ana, { edition, madeFrom: made, content: said(made + 1), isAutosave: true })
    isTyping = false
  }
  const seen = new Set<number>()
  const opened = async (read: typeof readLatest | typeof readWriting) => {
    while (isTyping) {
      const writing = await read(newsroom.db.writer, edition)
      expect(writing.content.summary).toBe(`Lorry ${writing.edition.revision}.`)
      seen.add(writing.edition.revision)
    }
  }
  await Promise.all([typed(), opened(readWriting), opened(readWriting), opened(readLatest)])
  expect(seen.size).toBeGreaterThan(10)
})
