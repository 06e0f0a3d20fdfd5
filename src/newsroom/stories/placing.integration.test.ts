import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { fileItems } from '../batches/file-items.ts'
import { openBatch } from '../batches/open-batch.ts'
import { translateEdition } from '../translations/translate-edition.ts'
import { fileEdition, fileStory } from './file-story.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveRevision } from './save-revision.ts'

const ben = someone('Ben', 'editor')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let ours: string
  let theirs: string

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ;({ ours, theirs } = await sectionsAndProjects(newsroom))
    await admit(newsroom, ben)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  test('a contributor has a story stand only in what is given to her', async () => {
    const carla = someone('Carla', 'contributor', { projects: [ours] })
    await admit(newsroom, carla)
    const content = ferry({ projects: [ours], slug: 'carlas-ferry-1' })
    const { edition } = await fileStory(newsroom, carla, { language: 'en', content })
    const save = (projects: string[]) => saveRevision(newsroom, carla, { edition, madeFrom: 1, content: { ...content, projects } })
    await expect(save([theirs])).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(save([])).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await save([ours, theirs])).toBe(2)
  })

  test('nor does she by way of another language, or in one that is not given to her', async () => {
    const carla = someone('Carla', 'contributor', { projects: [ours], languages: ['en', 'fr'] })
    await admit(newsroom, carla)
    const content = ferry({ projects: [ours], slug: 'carlas-ferry-2' })
    const { story, edition } = await fileStory(newsroom, carla, { language: 'en', content })
    const file = (language: string, projects: string[]) =>
      fileEdition(newsroom, carla, { story, language, content: { ...content, projects } })
    await expect(file('fr', [theirs])).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(file('ar', [ours])).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(translateEdition(newsroom, carla, { edition, language: 'ar' })).rejects.toMatchObject({ code: 'not-allowed' })
    await file('fr', [ours])
  })

  test('a contributor brings an archive in only where she might have filed its stories by hand', async () => {
    const carla = someone('Carla', 'contributor', { projects: [ours] })
    await admit(newsroom, carla)
    const batch = await openBatch(newsroom, 'An archive')
    const bring = (project: string) => {
      const content = ferry({ projects: [project] })
      const item = { key: project, oldAddress: null, language: 'en', content, publishedAt: null, rank: 0, suggestions: [] }
      return fileItems(newsroom, carla, { batch, items: [item], as: 'draft' })
    }
    await expect(bring(theirs)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await bring(ours)).toBe(1)
  })

  test('nor does she by bringing an earlier revision back', async () => {
    const carla = someone('Carla', 'contributor', { projects: [ours] })
    await admit(newsroom, carla)
    const content = ferry({ projects: [theirs], slug: 'bens-ferry' })
    const { edition } = await fileStory(newsroom, ben, { language: 'en', content })
    await saveRevision(newsroom, ben, { edition, madeFrom: 1, content: { ...content, projects: [ours] } })
    await expect(restoreRevision(newsroom, carla, { edition, revision: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
    await restoreRevision(newsroom, carla, { edition, revision: 2 })
  })
})
