import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { findNotices } from '#newsroom/notices/find-notices.ts'
import { clearStory } from '#newsroom/review/clear-story.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk, link } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, olga } from '#test/newsroom.ts'
import { printedForm } from '#test/printed-form.ts'

const rosa = someone('Rosa', 'editor')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, rosa)
    at = await openTestDesk(newsroom, [ana, edit, olga, rosa])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const homeOf = async (member = edit) => (await at.as(member, desk.home)).text()
  const releaseOf = (edition: string) => link(desk.release, { edition })

  test('what is cleared, late or scheduled has a link to its release, for those who may release it', async () => {
    const [inReview, cleared, late, scheduled] = await Promise.all(
      ['in-review', 'cleared', 'late', 'scheduled'].map(async (slug) => (await draft(newsroom, { slug, headline: slug })).edition),
    )
    if (!inReview || !cleared || !late || !scheduled) throw new Error('the drafts were not filed')
    for (const edition of [inReview, cleared]) await sendForReview(newsroom, ana, { edition })
    await clearStory(newsroom, edit, { edition: cleared, revision: 1 })
    await planRelease(newsroom, edit, { edition: late, at: newsroom.clock.now() })
    await releaseStory(newsroom, edit, { edition: scheduled, at: new Date(newsroom.clock.now().getTime() + 3_600_000) })
    const page = await homeOf()
    for (const edition of [cleared, late, scheduled]) expect(page).toContain(releaseOf(edition))
    for (const name of ['Change or call off: scheduled', 'Release …: cleared', 'Release …: late'])
      expect(page).toContain(`aria-label="${name}"`)
    expect(page).not.toContain(releaseOf(inReview))
    for (const member of [ana, olga]) expect(await homeOf(member)).not.toMatch(/href="[^"]*\/release"/)
  })

  test('what somebody sent for review stays on their first page until it is out, whoever wrote it', async () => {
    const { edition } = await draft(newsroom, { slug: 'sent', headline: 'Sent by Rosa' })
    const own = /aria-labelledby="own">.*?<\/section>/s
    expect((await homeOf(rosa)).match(own)).toBeNull()
    await sendForReview(newsroom, rosa, { edition })
    expect((await homeOf(rosa)).match(own)?.[0]).toContain('Sent by Rosa')
    await releaseStory(newsroom, edit, { edition })
    expect((await homeOf(rosa)).match(own)).toBeNull()
  })

  test('whoever has seen what the first page shows is told the older news then, and what came since', async () => {
    const reader = someone('Nadia', 'contributor')
    await admit(newsroom, reader)
    const { edition } = await draft(newsroom, { slug: 'told', headline: 'Told' })
    const tell = async (words: string) => addComment(newsroom, edit, { edition, words: `@Nadia, ${words}` })
    const told = async () => (await findNotices(newsroom.db.writer, reader, { atMost: 100 })).map(({ words }) => words.slice(8))
    for (let n = 1; n <= 55; n += 1) {
      newsroom.clock.advance(1000)
      await tell(`it is ${n}`)
    }
    await using theirs = await openTestDesk(newsroom, [reader])
    const shown = printedForm(await (await theirs.as(reader, desk.home)).text(), desk.notices)
    await tell('it came since')
    expect((await theirs.as(reader, desk.notices, shown)).status).toBe(303)
    expect(await told()).toEqual(['it came since', 'it is 5', 'it is 4', 'it is 3', 'it is 2', 'it is 1'])
    expect((await theirs.as(reader, desk.notices, {})).status).toBe(303)
    expect((await told()).length, 'who says nothing has seen nothing').toBe(6)
  })

  test('of what is scheduled no list says that readers have it, and an embargo is named', async () => {
    const soon = new Date('2026-12-01T09:00:00Z')
    const { edition } = await draft(newsroom, { slug: 'sealed', headline: 'Sealed' })
    await releaseStory(newsroom, edit, { edition, at: soon, isEmbargoed: true })
    const pages = async () =>
      Promise.all([desk.home, desk.stories, desk.translations].map(async (path) => (await at.as(edit, path)).text()))
    for (const page of await pages()) expect(page).toContain('under embargo until 1 Dec 2026, 11:00')
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ slug: 'sealed', headline: 'Sealed', summary: 'More.' }) })
    for (const page of await pages()) {
      expect(page).toContain('an earlier text is under embargo until 1 Dec 2026, 11:00')
      expect(page).not.toContain('an earlier text is released')
    }
    await releaseStory(newsroom, edit, { edition, revision: 1, at: soon })
    for (const page of await pages()) expect(page).toContain('an earlier text is scheduled for 1 Dec 2026, 11:00')
    await releaseStory(newsroom, edit, { edition, revision: 1 })
    const [, list] = await pages()
    expect(list).toContain('an earlier text is released')
  })
})
