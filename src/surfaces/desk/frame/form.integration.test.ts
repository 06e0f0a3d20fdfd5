import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { findActs } from '#newsroom/audit/find-acts.ts'
import { api, desk as paths, link, routes } from '#src/routes.ts'
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

  test('whatever is searched for, however it is written, is searched for', { timeout: 120_000 }, async () => {
    await draft(newsroom, { headline: 'The ferry (-foo) sails' })
    const signs = fc.constantFrom(...`()-|&!:*<>"'\\%_~/+ éأ7`, 'foo', 'foo-bar', 'or')
    const tried = [
      '(-foo',
      '-foo',
      '(foo',
      "'foo",
      'foo:*',
      '!foo',
      'foo &',
      '"foo -',
      'foo-',
      '(-foo-bar',
      'x|-foo-bar',
      'foo or -foo-bar',
    ]
    const asked = fc.oneof(fc.constantFrom(...tried), fc.string({ unit: signs, maxLength: 8 }))
    const lists = [paths.stories, paths.audit, paths.addresses, paths.translations, routes.search, api.search]
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...lists), async (text, list) => {
        const answer = await at.as(boss, `${list}?${new URLSearchParams({ text, q: text })}`)
        // A program that says nothing to search for is told so.
        expect([list, answer.status]).toEqual([list, list === api.search && answer.status === 422 ? 422 : 200])
      }),
      { numRuns: 120, examples: lists.map((list): [string, string] => ['(-foo-bar', list]) },
    )
    const found = async (text: string) =>
      (await (await at.as(boss, `${paths.stories}?${new URLSearchParams({ text })}`)).text()).includes('sails')
    expect([await found('(-foo'), await found('ferry -foo'), await found('ferry (foo'), await found('fer')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test('what was asked for a story is done at that story alone, and once', async () => {
    const [one, other] = [await draft(newsroom, { headline: 'One' }), await draft(newsroom, { headline: 'Other', slug: 'other' })]
    const assignment = await assignStory(newsroom, edit, { edition: one.edition, member: edit.id, task: 'Find a picture' })
    const finish = async (edition: string) => (await at.as(edit, link(paths.assignment, { edition, assignment }), {})).status
    const finished = async () => {
      const { acts } = await findActs(newsroom.db.writer, { act: 'finishAssignment' })
      return acts.map(({ object }) => object)
    }
    expect([await finish(other.edition), await finished()]).toEqual([404, []])
    expect([await finish(one.edition), await finished()]).toEqual([303, [one.edition]])
    expect([await finish(one.edition), await finished()]).toEqual([303, [one.edition]])
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
