import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { correctStory } from '#newsroom/stories/release-story.ts'
import { desk, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn, olga, released } from '#test/newsroom.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, edit, olga])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  test('whoever is not signed in is sent to sign in, and back afterwards', async () => {
    const answer = await fetch(`${at.url}${desk.stories}?state=draft`, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/desk/sign-in?next=%2Fdesk%2Fstories%3Fstate%3Ddraft')
  })

  test('a contributor begins a story, writes it and sends it for review; an editor sees it waiting', async () => {
    const begun = await at.as(ana, desk.stories, { headline: 'The ferry sails again', language: 'en' })
    expect(begun.status).toBe(303)
    const there = begun.headers.get('location') ?? ''
    const page = await (await at.as(ana, there)).text()
    expect(page).toContain('The ferry sails again')
    const edition = there.split('/').at(-1) ?? ''
    const saved = await at.as(ana, there, {
      madeFrom: '1',
      headline: 'The ferry sails again',
      summary: 'After a winter on land.',
      kind: 'news',
    })
    expect(saved.status).toBe(303)
    expect((await at.as(ana, link(desk.review, { edition }), { words: 'Please' })).status).toBe(303)
    expect(await (await at.as(edit, desk.home)).text()).toContain('The ferry sails again')
  })

  test('another site cannot act in the name of whoever is signed in', async () => {
    const { edition } = await draft(newsroom, { headline: 'Two banks' })
    const answer = await at.as(edit, link(desk.clearance, { edition }), { revision: '1' }, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })

  test.each([desk.home, desk.stories, desk.newStory])('%s answers with a page that nobody else keeps or frames', async (path) => {
    const answer = await at.as(edit, path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })

  test('the preview of what readers see is what they see, correction and all', async () => {
    const { edition } = await released(newsroom, { headline: 'A bridge of boats that was corrected', slug: 'bridge-of-boats' })
    newsroom.clock.advance(3_600_000)
    await correctStory(newsroom, edit, { edition, correction: 'It has forty boats, not fourteen.' })
    const main = (page: string) => /<main[\s\S]*<\/main>/.exec(page)?.[0]
    const preview = await (await at.as(olga, link(desk.print, { edition }))).text()
    const site = await (await fetch(`${at.url}/news/bridge-of-boats`)).text()
    expect(preview).toContain('It has forty boats, not fourteen.')
    expect(main(preview)).toBe(main(site))
  })

  test('many stories are changed by what somebody chose, and by nothing else', async () => {
    const { edition } = await draft(newsroom, { headline: 'A course for many' })
    const asked = { id: randomUUID(), which: 'ticked', query: '', edition }
    expect((await at.as(edit, desk.changes, asked)).status).toBe(422)
    expect((await at.as(edit, desk.changes, { ...asked, do: 'section', 'with section': '?' })).status).toBe(422)
    expect((await readEdition(newsroom.db.writer, edition)).revision).toBe(1)
    expect((await at.as(edit, desk.changes, { ...asked, do: 'section', 'with section': '' })).status).toBe(303)
  })

  test('what changed in an activity is told in the words of its form', async () => {
    const { edition } = await draft(newsroom, { headline: 'A course on the quay' })
    const content = await readRevision(newsroom.db.writer, edition, 1)
    const none = { name: null, place: null, isOnline: false, organisers: [], partners: [], participants: null }
    const activity = { ...none, type: 'course', starts: '2026-05-04', ends: '2026-05-06' }
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: { ...content, activity } })
    const page = await (await at.as(edit, link(desk.revision, { edition, number: '2' }))).text()
    expect(page).toContain('What happened: course, From: 4 May 2026, To: 6 May 2026')
  })

  test('the preview is the story as the site will print it', async () => {
    const { edition } = await draft(newsroom, { headline: 'A bridge of boats' })
    const answer = await at.as(olga, link(desk.print, { edition }))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('A bridge of boats')
  })
})
