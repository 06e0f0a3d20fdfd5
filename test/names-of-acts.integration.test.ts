import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { desk, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

/** Of the buttons of a page, as a screen reader names them, those that have one name and do different things. */
function namesakes(html: string): string[] {
  const acts = new Map<string, Set<string>>()
  let to = ''
  let name: string | undefined
  let does = ''
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'form') to = `${attributes['method'] ?? 'get'} ${attributes['action'] ?? ''}`
      if (tag !== 'button') return
      name = attributes['aria-label'] ?? ''
      does = `${attributes['formaction'] ?? to} ${attributes['name'] ?? ''}=${attributes['value'] ?? ''}`
      if (name !== '') keep(name, does)
    },
    ontext(text) {
      if (name === '' && text.trim() !== '') keep(text.trim(), does)
    },
    onclosetag(tag) {
      if (tag === 'form') to = ''
      if (tag === 'button') name = undefined
    },
  })
  const keep = (called: string, act: string) => acts.set(called, (acts.get(called) ?? new Set()).add(act))
  parser.end(html)
  return [...acts].filter(([, done]) => done.size > 1).map(([called]) => called)
}

describe.each(engines)('each button says on what it acts, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let edition = ''
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [edit])
    edition = (await draft(newsroom, { headline: 'Two banks', slug: 'two-banks' })).edition
    for (const words of ['The 3rd or the 9th?', 'Who says so?']) await addComment(newsroom, edit, { edition, words })
    for (const forWhom of ['The donor', 'The ministry']) await makePrivateLink(newsroom, edit, { edition, forWhom, days: 3 })
    for (const slug of ['one-bank', 'no-bank']) {
      const { edition: later } = await draft(newsroom, { headline: slug, slug })
      await releaseStory(newsroom, edit, { edition: later, at: new Date(newsroom.clock.now().getTime() + 3_600_000) })
    }
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  test.each([
    ['where a text is written', () => link(desk.edition, { edition })],
    ['where it is shown outside', () => link(desk.preview, { edition })],
    ['on the overview', () => desk.home],
  ])('%s', async (_, path) => {
    const page = await (await at.as(edit, path())).text()
    expect(page).toContain('<button')
    expect(namesakes(page)).toEqual([])
  })
})
