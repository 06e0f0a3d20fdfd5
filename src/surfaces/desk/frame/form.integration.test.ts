import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { desk as paths, link } from '#src/routes.ts'
import { admit, sectionsAndProjects } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

describe.each(engines)('what is posted to the desk, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await sectionsAndProjects(newsroom)
    await admit(newsroom, edit)
    at = await openTestDesk(newsroom, [edit])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const post = (path: string, body: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    return fetch(at.url + path, { method: 'POST', headers, body, redirect: 'manual' })
  }

  test('a stranger’s form is as large as a stranger’s answer, and has as many fields as a form', async () => {
    expect((await post(paths.signIn, `email=${'a'.repeat(70_000)}`)).status).toBe(413)
    expect((await post(paths.signIn, 'a&'.repeat(20_000))).status).toBe(422)
    for (const [fields, status] of [
      [51, 'arrive whole'],
      [50, 'go together'],
    ] as const)
      expect(await (await post(paths.signIn, ['email=nobody@example.org', ...Array(fields - 1).fill('a')].join('&'))).text()).toContain(
        status,
      )
    expect((await post(paths.signIn, 'email=nobody@example.org&password=x')).status).toBe(422)
  })

  test('characters that no archive takes are left out, wherever they are typed', async () => {
    const { edition } = await draft(newsroom, { headline: 'Two banks' })
    const said = await at.as(edit, link(paths.comments, { edition }), { words: 'The\u0000 river \ud800rose.' })
    expect(said.status).toBe(303)
    expect(await (await at.as(edit, link(paths.edition, { edition }))).text()).toContain('The river')
    expect((await at.as(edit, `${paths.stories}?text=%00a`)).status).toBe(404)
  })
})
