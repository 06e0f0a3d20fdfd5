import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findPrivateLinks } from '#newsroom/private-links/answer-private-link.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { desk, link, routes } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, newsroomOn } from '#test/newsroom.ts'

const boris = someone('Boris', 'editor')
const partner = someone('Nobody we know', 'observer')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let edition: string
  let there: string

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, boris)
    at = await openTestDesk(newsroom, [boris])
    ;({ edition } = await draft(newsroom))
    const token = await makePrivateLink(newsroom, boris, { edition, forWhom: 'Ministry of Ports', days: 3 })
    there = link(routes.privateLink, { token })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  test('whoever answers is thanked at the head of the page, before the text, and the form is folded', async () => {
    const sent = await at.as(partner, there, { name: 'Rosa', verdict: 'approved', words: '' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${there}?thanks`])
    const page = await (await at.as(partner, `${there}?thanks`)).text()
    expect(page).toMatch(/<\/h1><output class="made" tabindex="-1" autofocus="">Thank you\.[^<]*<\/output>[\s\S]*<iframe/)
    expect(page).toMatch(/<details><summary>Say something more<\/summary><form /)
    const [known] = await findPrivateLinks(newsroom.db.writer, edition)
    expect(known?.answers).toMatchObject([{ name: 'Rosa', verdict: 'approved' }])
  })

  test('a link is told once; whoever loads that page again is led to the preview that lists it', async () => {
    const links = link(desk.privateLinks, { edition })
    const made = await (await at.as(boris, links, { forWhom: 'A donor', days: '3' })).text()
    expect(made).toContain('https://news.example/desk/shown/')
    const again = await at.as(boris, links)
    expect([again.status, again.headers.get('location')]).toEqual([303, link(desk.preview, { edition })])
    const preview = await (await at.as(boris, link(desk.preview, { edition }))).text()
    expect(preview).toContain('A donor')
    expect(preview).not.toContain('https://news.example/desk/shown/')
  })

  test('an answer that cannot be kept says why at the head, and nothing that was typed is lost', async () => {
    const refused = await at.as(partner, there, { name: 'Rosa Ilie', verdict: 'refused', words: ' ' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toMatch(
      /<\/h1><div class="failure" role="alert" tabindex="-1" autofocus=""[\s\S]*<a href="#fault-words-0">Say what should change\.[\s\S]*<iframe/,
    )
    expect(page).toContain('value="Rosa Ilie"')
    expect(page).toMatch(/<input type="radio"[^>]*checked=""[^>]*value="refused"|<input type="radio"[^>]*value="refused"[^>]*checked=""/)
  })
})
