import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk as paths, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, edit])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const wordsOf = (html: string) =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll(' ,', ',')
  const entries = async (edition: string, query = '') => {
    const page = await (await at.as(edit, link(paths.history, { edition }) + query)).text()
    return [...page.matchAll(/<li class="rail-item">([\s\S]*?)(?=<li class="rail-item">|<\/ol>)/g)].map(([, entry = '']) =>
      wordsOf(entry).trim(),
    )
  }

  test('each entry says when, whose it is, how much it changed, and whether it was kept by itself or is a step', async () => {
    const { edition } = await draft(newsroom, { headline: 'Ice', summary: 'One.' })
    const save = (madeFrom: number, summary: string) =>
      saveRevision(newsroom, ana, { edition, madeFrom, content: ferry({ headline: 'Ice', summary }), isAutosave: true })
    newsroom.clock.set(new Date('2026-05-05T10:00:00Z'))
    await save(1, 'One two.')
    newsroom.clock.set(new Date('2026-05-05T10:07:00Z'))
    await save(2, 'Two three four.')
    newsroom.clock.set(new Date('2026-05-05T11:00:00Z'))
    await sendForReview(newsroom, ana, { edition })
    expect(await entries(edition)).toEqual([
      // By the clock of Chișinău.
      '13:07 Revision 3 Ana sent for review, 5 May 2026, 14:00 3 words added, 1 word removed Ana, from 13:00 to 13:07, kept by itself',
      '12:00 Revision 1 Ana, saved',
    ])
  })

  test('readers see what is released, and what is scheduled only when its moment has come', async () => {
    const { edition } = await draft(newsroom, { headline: 'Melt', summary: 'One.' })
    const save = (madeFrom: number, summary: string) =>
      saveRevision(newsroom, ana, { edition, madeFrom, content: ferry({ headline: 'Melt', slug: 'melt', summary }) })
    const marks = async () =>
      (await entries(edition)).flatMap((entry) => {
        const [, number, mark] =
          /Revision (\d) (readers see this|scheduled for [^A-Z]+ \w+ \d+, [\d:]+|under embargo[^A-Z]+ \w+ \d+, [\d:]+)/.exec(entry) ?? []
        return number ? [`${number} ${mark}`] : []
      })
    const at = new Date('2026-12-01T09:00:00Z')
    await releaseStory(newsroom, edit, { edition, at, isEmbargoed: true })
    expect(await marks()).toEqual(['1 under embargo until 1 Dec 2026, 11:00'])
    await releaseStory(newsroom, edit, { edition })
    await save(1, 'Two.')
    await releaseStory(newsroom, edit, { edition, at })
    await save(2, 'Three.')
    expect(await marks()).toEqual(['2 scheduled for 1 Dec 2026, 11:00', '1 readers see this'])
    const now = newsroom.clock.now()
    newsroom.clock.set(at)
    expect(await marks()).toEqual(['2 readers see this'])
    newsroom.clock.set(now)
  })

  test('a long history goes on, and its oldest revisions are compared with those before them', async () => {
    const { edition } = await draft(newsroom, { headline: 'Thaw', summary: '0' })
    await newsroom.db.writer
      .insertInto('newsroom.revision')
      .values(
        Array.from({ length: 249 }, (_, n) => ({
          edition_id: edition,
          number: n + 2,
          content: JSON.stringify(ferry({ headline: 'Thaw', summary: String(n + 1) })),
          hash: String(n),
          saved_by: 'Ana',
          saved_at: newsroom.clock.now(),
          name: null,
        })),
      )
      .execute()
    const page = await (await at.as(edit, link(paths.history, { edition }))).text()
    const older = /href="[^"]*(\?before=\d+)">Older revisions</.exec(page)?.[1] ?? ''
    expect(older).toBe('?before=151')
    const rest = await entries(edition, older)
    expect([rest.length, rest[0]?.slice(6, 18), rest.at(-1)?.slice(6, 17)]).toEqual([100, 'Revision 150', 'Revision 51'])
    expect(await entries(edition, '?before=51')).toHaveLength(50)
    for (const nonsense of ['1.5', '-1', 'x', '99999999999']) expect(await entries(edition, `?before=${nonsense}`)).toHaveLength(100)
    const compared = await (await at.as(edit, link(paths.revision, { edition, number: '7' }))).text()
    expect(compared).toContain('<del>5</del><ins>6</ins>')
  })
})
