import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk } from '#src/routes.ts'
import { admit } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, ferry, newsroomOn, released } from '#test/newsroom.ts'

describe.each(engines)('the list of stories, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, edit)
    at = await openTestDesk(newsroom, [edit])
    await draft(newsroom, { headline: 'Not out yet' })
    await released(newsroom, { headline: 'Out in May', slug: 'out' })
    const { edition } = await released(newsroom, { headline: 'Out too', slug: 'too' })
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ headline: 'Rewritten', slug: 'too' }) })
    await released(newsroom, { headline: 'Out later', slug: 'later' }, new Date(newsroom.clock.now().getTime() + 86_400_000))
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const pageOf = async (query = '') => (await at.as(edit, desk.stories + query)).text()
  const rowOf = (page: string, headline: string) => page.split('<tr').find((row) => row.includes(`>${headline}</a>`)) ?? ''

  test('each story says when readers had it, or will', async () => {
    const page = await pageOf()
    expect(rowOf(page, 'Out in May')).toMatch(/<span class="line-about">0?5 May 2026<\/span>/)
    expect(rowOf(page, 'Rewritten')).toMatch(/Released 0?5 May 2026/)
    expect(rowOf(page, 'Out later')).toMatch(/6 May 2026, 12:00/)
    expect(rowOf(page, 'Out later')).not.toContain('Released')
    expect(rowOf(page, 'Not out yet')).not.toContain('Released')
  })

  test('what narrows the list is cleared at once, and its order is said', async () => {
    const clear = `<a href="${desk.stories}">Clear filters</a>`
    expect(await pageOf('?state=draft')).toContain(clear)
    expect(await pageOf('?text=out')).toContain(clear)
    expect(await pageOf('?order=saved')).not.toContain(clear)
    expect(await pageOf()).not.toContain(clear)
    expect(await pageOf()).toContain('<option value="" selected="">Last saved first; best match first when searching</option>')
  })
})
