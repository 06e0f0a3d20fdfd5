import { expect, test } from 'vitest'

import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { fileStory } from '../stories/file-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { readSideBySide } from './read-translation.ts'
import { translateEdition } from './translate-edition.ts'

const ana = someone('Ana', 'editor')

test.each(engines)(
  'whoever opens a translation while both texts are typed in gets both as they were at one moment, on %s',
  async (engine) => {
    await using newsroom = await newsroomOn(engine)
    await admit(newsroom, ana)
    const said = (revision: number) => ferry({ slug: 'ferry', summary: `Lorry ${revision}.` })
    const { edition: source } = await fileStory(newsroom, ana, { language: 'en', content: said(1) })
    const target = await translateEdition(newsroom, ana, { edition: source, language: 'fr' })
    let typing = 2
    const typed = async (edition: string) => {
      for (let made = 1; made < 50; made += 1)
        await saveRevision(newsroom, ana, { edition, madeFrom: made, content: said(made + 1), isAutosave: true })
      typing -= 1
    }
    const seen = new Set<string>()
    const opened = async () => {
      while (typing > 0) {
        const both = await readSideBySide(newsroom.db.writer, target)
        const { sourceRevision, targetRevision } = both.translation
        expect(both.sourceContent.summary).toBe(`Lorry ${sourceRevision}.`)
        expect([both.target.revision, both.targetContent.summary]).toEqual([targetRevision, `Lorry ${targetRevision}.`])
        seen.add(`${sourceRevision} ${targetRevision}`)
      }
    }
    await Promise.all([typed(source), typed(target), opened(), opened(), opened()])
    expect(seen.size).toBeGreaterThan(10)
  },
)
