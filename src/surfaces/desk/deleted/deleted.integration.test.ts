import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { takePen } from '#newsroom/stories/take-pen.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { desk as paths, link } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

const [ana, ben, edit] = [someone('Ana', 'contributor'), someone('Ben', 'contributor', { languages: ['ar'] }), someone('Edit', 'editor')]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, ben, edit)
    at = await openTestDesk(newsroom, [ana, ben, edit])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  let filed = 0
  const file = async () => {
    filed += 1
    const headline = `A raft of ${filed} planks`
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ headline, slug: '' }) })
    return { edition, headline }
  }
  const page = async (member: typeof ana, path: string) => (await at.as(member, path)).text()
  const remove = (edition: string, member = ana) => at.as(member, link(paths.deletion, { edition }), { revision: '1' })

  test('before a draft goes its page says what goes with it, and who writes in it now', async () => {
    const { edition, headline } = await file()
    expect(await page(ana, link(paths.edition, { edition }))).toContain(link(paths.deletion, { edition }))
    await addComment(newsroom, edit, { edition, words: 'Is it so?' })
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline, slug: '', summary: 'It floats.' }) })
    await takePen(newsroom, ana, { edition, tab: 'one' })
    const asked = await page(edit, link(paths.deletion, { edition }))
    for (const said of [headline, 'it has no other edition', '2 revisions, 1 comment.', 'Ana is writing in it now', '4 Jun 2026, 12:00'])
      expect(asked).toContain(said)
    const late = await at.as(edit, link(paths.deletion, { edition }), { revision: '1' })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('revision 2 was saved meanwhile')])
  })

  test('deleted, the list says so and offers the way back; its address says who, when and until when', async () => {
    const { edition, headline } = await file()
    const gone = await remove(edition)
    expect([gone.status, gone.headers.get('location')]).toEqual([303, `${paths.stories}?deleted=${edition}`])
    expect(await page(ana, `${paths.stories}?deleted=${edition}`)).toContain(`“${headline}” was deleted.`)
    expect(await page(ana, paths.stories)).not.toContain(headline)
    expect(await page(ben, `${paths.stories}?deleted=${edition}`)).not.toContain(headline)
    const address = await at.as(ana, link(paths.history, { edition }))
    expect(address.status).toBe(404)
    const told = await address.text()
    expect(told).toContain('Deleted by Ana, 5 May 2026, 12:00. It can be brought back until 4 Jun 2026, 12:00.')
    expect(told).toContain(link(paths.deletedDraftBack, { edition }))
    const back = await at.as(ana, link(paths.deletedDraftBack, { edition }), {})
    expect([back.status, back.headers.get('location')]).toEqual([303, link(paths.edition, { edition })])
    expect(await page(ana, paths.stories)).toContain(headline)
  })

  test('who may not read a draft is told nothing of it when it is deleted, neither in the list nor at its address', async () => {
    const { edition, headline } = await file()
    await remove(edition, edit)
    expect(await page(ana, paths.deletedDrafts)).toContain(headline)
    expect(await page(ben, paths.deletedDrafts)).not.toContain(headline)
    const address = await at.as(ben, link(paths.edition, { edition }))
    expect([address.status, await address.text()]).toEqual([404, expect.not.stringMatching(/Deleted by|A raft/)])
    expect((await at.as(ben, link(paths.deletedDraftBack, { edition }), {})).status).toBe(403)
  })

  test('a tab that saves into a deleted draft is told so, and a form shows the words that it brought', async () => {
    const { edition } = await file()
    await remove(edition, edit)
    const form = { madeFrom: '1', headline: 'A raft, newly tarred', summary: 'It floats.', kind: 'news', member: ana.id, tab: 'one' }
    const json = await at.as(ana, link(paths.editionText, { edition }), form, { accept: 'application/json' })
    const said = /Deleted by Edit, 5 May 2026, 12:00\..*Bring it back under “Deleted drafts”/
    expect([json.status, await json.json()]).toEqual([404, { code: 'draft-deleted', message: expect.stringMatching(said) }])
    const plain = await at.as(ana, link(paths.edition, { edition }), form)
    const answer = await plain.text()
    expect([plain.status, answer]).toEqual([404, expect.stringContaining('A raft, newly tarred')])
    expect(answer).toContain('It floats.')
    await at.as(ana, link(paths.deletedDraftBack, { edition }), {})
    await at.as(ana, link(paths.editionText, { edition }), form, { accept: 'application/json' })
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ headline: 'A raft, newly tarred', revision: 2 })
  })

  test('of a story in two languages only the translation goes, and the other edition says so', async () => {
    const { edition } = await file()
    const french = await translateEdition(newsroom, ana, { edition, language: 'fr' })
    const asked = await at.as(ana, link(paths.deletion, { edition }))
    expect([asked.status, await asked.text()]).toEqual([409, expect.stringContaining('is made from this one. Delete that one first.')])
    expect(await page(ana, link(paths.deletion, { edition: french }))).toContain('Only this edition goes (Français)')
    const gone = await remove(french)
    expect(gone.headers.get('location')).toBe(`${link(paths.edition, { edition })}?deleted=${french}`)
    expect(await page(ana, gone.headers.get('location') ?? '')).toContain('The edition in Français was deleted.')
  })

  test('what readers have had is not offered for deletion, and its address says why', async () => {
    const { edition, headline } = await file()
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline }) })
    await releaseStory(newsroom, edit, { edition })
    expect(await page(edit, link(paths.edition, { edition }))).not.toContain(link(paths.deletion, { edition }))
    expect(await page(edit, link(paths.deletion, { edition }))).toContain('What was public is withdrawn, never deleted.')
  })

  test('many are told of a page at a time', async () => {
    newsroom.clock.advance(60_000)
    for (let n = 0; n < 52; n += 1) await remove((await file()).edition)
    const first = await page(ana, paths.deletedDrafts)
    const next = /href="([^"]+after=[^"]+)"/.exec(first)?.[1] ?? ''
    const count = (html: string) => html.split('A raft of ').length
    expect(first).toContain(`A raft of ${filed} planks`)
    expect(count(await page(ana, next))).toBeGreaterThan(2)
    expect(await page(ana, next)).not.toContain(`A raft of ${filed} planks`)
  })
})
