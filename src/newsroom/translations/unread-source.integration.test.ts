import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

import { readEdition, readRevision } from '../stories/edition-store.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { exportXliff } from './export-xliff.ts'
import { fillByMachine } from './fill-by-machine.ts'
import type { SeenRevisions } from './hold-both.ts'
import { importTranslation } from './import-translation.ts'
import { markPassages } from './mark-passages.ts'
import { readSideBySide } from './read-translation.ts'
import { readTranslationsOf } from './read-translations-of.ts'
import { takeStructure } from './take-structure.ts'
import { translateEdition } from './translate-edition.ts'
import { writePassages } from './write-passages.ts'

const louise = someone('Louise', 'contributor', { languages: ['fr'] })
const translator = { name: 'Parrot', translate: async (texts: readonly string[]) => [...texts] }

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let seen: SeenRevisions
  let xliff: string
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    const { edition: source } = await draft(newsroom, { headline: 'The bridge' })
    const edition = await translateEdition(newsroom, edit, { edition: source, language: 'fr' })
    const content = await readRevision(newsroom.db.writer, source, 1)
    const sourceRevision = await saveRevision(newsroom, edit, {
      edition: source,
      madeFrom: 1,
      content: { ...content, headline: 'The bridge will close' },
    })
    const { text } = await exportXliff(newsroom.db.writer, edit, [edition])
    xliff = text.replaceAll('<target>The bridge', '<target>Le pont')
    const { revision } = await readEdition(newsroom.db.writer, edition)
    seen = { edition, revision, sourceRevision }
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const works = {
    takeStructure: (asked: SeenRevisions) => takeStructure(newsroom, louise, asked),
    markPassages: (asked: SeenRevisions) => markPassages(newsroom, louise, { ...asked, passages: 'all' }),
    writePassages: (asked: SeenRevisions) => writePassages(newsroom, louise, { ...asked, written: new Map(), done: new Set([1]) }),
    fillByMachine: ({ edition }: SeenRevisions) => fillByMachine(newsroom, louise, { edition, translator }),
    exportXliff: ({ edition }: SeenRevisions) => exportXliff(newsroom.db.writer, louise, [edition]),
    importTranslation: () => importTranslation(newsroom, louise, { text: xliff, what: 'x.xlf', name: 'Agency', takesRest: true }),
  }

  test.each(Object.entries(works))('who may not read the source does not come to its words by %s', async (_, work) => {
    const before = await readEdition(newsroom.db.writer, seen.edition)
    await expect(work(seen)).rejects.toMatchObject({ kind: 'refused', code: 'not-allowed' })
    // Which revision the source is at is not told either.
    await expect(work({ ...seen, sourceRevision: 1 })).rejects.toMatchObject({ kind: 'refused', code: 'not-allowed' })
    expect(await readEdition(newsroom.db.writer, seen.edition)).toEqual(before)
  })

  test('what a translation has not caught up with is told to whoever may read its source, and to nobody else', async () => {
    await importTranslation(newsroom, edit, { text: xliff, what: 'x.xlf', name: 'Agency', takesRest: true })
    const { translation, sourceContent } = await readSideBySide(newsroom.db.writer, seen.edition)
    const content = { ...sourceContent, headline: 'The bridge is closed' }
    await saveRevision(newsroom, edit, { edition: translation.source, madeFrom: seen.sourceRevision, content })
    const told = async (by: typeof louise) => (await readTranslationsOf(newsroom.db.writer, by, seen.edition)).behind
    expect(await told(edit)).toMatchObject([{ words: 'The bridge is closed' }])
    expect(await told(louise)).toEqual([])
  })
})
