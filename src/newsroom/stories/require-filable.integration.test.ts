import { describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import { draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

import { fileEdition, fileStory } from './file-story.ts'

describe.each(engines)('on %s', (engine) => {
  test('nothing is filed in a language that the newsroom does not publish in, or in a section that is not there', async () => {
    await using newsroom = await newsroomOn(engine)
    const nowhere = ferry({ section: '01900000-0000-7000-8000-0000000000ff' })
    await expect(fileStory(newsroom, edit, { language: 'xx', content: ferry() })).rejects.toMatchObject({ code: 'no-such-language' })
    await expect(fileStory(newsroom, edit, { language: 'en', content: nowhere })).rejects.toMatchObject({ code: 'unknown-reference' })
    const { story } = await draft(newsroom)
    const another = (language: string, content = ferry()) => fileEdition(newsroom, edit, { story, language, content })
    await expect(another('xx')).rejects.toMatchObject({ code: 'no-such-language' })
    await expect(another('fr', nowhere)).rejects.toMatchObject({ code: 'unknown-reference' })
    const filed = await newsroom.db.writer.selectFrom('newsroom.edition').select('language').execute()
    expect(filed).toEqual([{ language: 'en' }])
  })
})
