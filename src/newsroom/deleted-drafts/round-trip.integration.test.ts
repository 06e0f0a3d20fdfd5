import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { fileStory } from '../stories/file-story.ts'
import { translateEdition } from '../translations/translate-edition.ts'
import { allRows, tablesSaying } from './all-rows.fixture.ts'
import { bringBackDraft } from './bring-back-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import { anyAct, goWay } from './drafts.fixture.ts'

const [writer, editor] = [someone('Ana', 'contributor'), someone('Boris', 'editor')]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let project: string
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, writer, editor)
    project = (await sectionsAndProjects(newsroom)).ours
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  test(
    'whatever was done with a draft, deleted it is nowhere, and brought back every row is what it was',
    { timeout: 300_000 },
    async () => {
      const met = new Set<string>()
      await fc.assert(
        fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 12 }), fc.boolean(), async (acts, isTranslation) => {
          const filed = await fileStory(newsroom, writer, { language: 'en', content: ferry({ projects: [project] }) })
          const made = isTranslation ? await translateEdition(newsroom, writer, { edition: filed.edition, language: 'fr' }) : filed.edition
          await goWay({ newsroom, writer, editor, edition: made, project }, acts)
          if (isTranslation) await deleteAndBack(made)
          const before = await allRows(newsroom.db.writer)
          for (const table of tablesSaying(before, made)) met.add(table)
          await deleteDraft(newsroom, editor, { edition: made })
          const between = await allRows(newsroom.db.writer)
          expect(tablesSaying(between, made)).toEqual([])
          expect(tablesSaying(between, filed.story).length > 0).toBe(isTranslation)
          await bringBackDraft(newsroom, editor, { edition: made })
          expect(await allRows(newsroom.db.writer)).toEqual(before)
        }),
        { numRuns: 25, seed: 20_260_505 },
      )
      // What nobody did proves nothing.
      const usual = 'edition revision kept_revision release step comment assignment private_link notice change_item translation'.split(' ')
      expect([...met].filter((table) => usual.includes(table.replace('newsroom.', ''))).toSorted()).toEqual(
        usual.map((table) => `newsroom.${table}`).toSorted(),
      )
    },
  )

  /** The first time a translation goes, the text that it follows is kept for good, as for a comment. */
  async function deleteAndBack(edition: string): Promise<void> {
    await deleteDraft(newsroom, editor, { edition })
    await bringBackDraft(newsroom, editor, { edition })
  }
})
