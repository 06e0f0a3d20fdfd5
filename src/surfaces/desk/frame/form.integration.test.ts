import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { desk as paths, link } from '#src/routes.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

const boss = someone('Boss', 'administrator')

describe.each(engines)('what is posted to the desk, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await sectionsAndProjects(newsroom)
    await admit(newsroom, edit, boss)
    at = await openTestDesk(newsroom, [edit, boss])
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

  test('characters that no archive takes stand for nothing, wherever they are typed', async () => {
    const { edition } = await draft(newsroom, { headline: 'Two banks' })
    const said = await at.as(edit, link(paths.comments, { edition }), { words: 'The\u0000 river \ud800rose.' })
    expect(said.status).toBe(303)
    expect(await (await at.as(edit, link(paths.edition, { edition }))).text()).toContain('The\ufffd river \ufffdrose.')
    expect((await at.as(edit, `${paths.stories}?text=%00a`)).status).toBe(404)
  })

  test('a place in a list, or a day, that no archive has is none', async () => {
    const id = '01900000-0000-7000-8000-00000000000e'
    for (const moment of ['+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', 'yesterday', '%ED%A0%80'])
      for (const path of [
        `${paths.audit}?before=${moment}_${id}`,
        `${paths.stories}?before=${moment}_${id}`,
        `${paths.stories}?after=${moment}_${id}`,
        `${paths.addresses}?before=${moment}%20/x`,
        `${paths.translations}?before=${moment}`,
      ])
        expect([path, (await at.as(boss, path.replace('+', '%2B'))).status]).toEqual([path, 200])
    for (const day of ['0000-00-00', '9999-12-31', '10000-01-01', '2026-02-30'])
      for (const path of [paths.audit, paths.stories]) {
        const asked = `${path}?from=${day}&until=${day}`
        expect([asked, (await at.as(boss, asked)).status]).toEqual([asked, 200])
      }
  })
})
