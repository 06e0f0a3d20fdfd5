import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { addRevision, lockEdition } from '#newsroom/stories/edition-store.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { api as paths, link } from '#src/routes.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, ferry, newsroomOn } from '#test/newsroom.ts'
import { untilWaiting } from '#test/waiting.ts'

type Sent = { status: number; etag: string; json: Record<string, unknown> }
type Act = { method: 'POST' | 'PUT'; path: string; bodyOf: (slug: string) => object; from: 'draft' | 'in review' | 'released' }

const acts: Record<string, Act> = {
  'is sent for review': { method: 'POST', path: paths.review, bodyOf: () => ({}), from: 'draft' },
  'is sent back': { method: 'POST', path: paths.sentBack, bodyOf: () => ({ reason: 'Which lock?' }), from: 'in review' },
  'is cleared': { method: 'POST', path: paths.clearance, bodyOf: () => ({}), from: 'in review' },
  'is released': { method: 'POST', path: paths.release, bodyOf: () => ({}), from: 'draft' },
  'is corrected': { method: 'POST', path: paths.corrections, bodyOf: () => ({ correction: 'It was the lock.' }), from: 'released' },
  'is moved': { method: 'PUT', path: paths.slug, bodyOf: (slug) => ({ slug: `moved-${slug}` }), from: 'released' },
  'is restored': { method: 'POST', path: paths.restorations, bodyOf: () => ({ revision: 1 }), from: 'draft' },
  'is saved': { method: 'PUT', path: paths.edition, bodyOf: (slug) => ferry({ headline: 'Saved late', slug }), from: 'draft' },
}

const nothing: Act = { method: 'POST', path: '', bodyOf: () => ({}), from: 'draft' }

describe.each(engines)('what If-Match names, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let key = ''
  const [edit, admin] = [someone('Edit', 'chief editor'), someone('Admin', 'administrator')]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, edit, admin)
    api = await openTestApi(newsroom)
    key = await api.keyOf(edit)
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function send(
    method: string,
    path: string,
    { body, match, by = key }: { body?: object; match?: string; by?: string } = {},
  ): Promise<Sent> {
    const answer = await fetch(api.url + path, {
      method,
      headers: {
        authorization: `Bearer ${by}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(match !== undefined && { 'if-match': match }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', json: text.startsWith('{') ? JSON.parse(text) : {} }
  }
  const etagOf = async (edition: string) => (await send('GET', link(paths.edition, { edition }))).etag

  let made = 0
  async function standing(from: Act['from']): Promise<{ edition: string; slug: string }> {
    made += 1
    const slug = `quay-${made}`
    const { edition } = await draft(newsroom, { slug })
    if (from === 'in review') await sendForReview(newsroom, edit, { edition })
    if (from === 'released') await releaseStory(newsroom, edit, { edition })
    return { edition, slug }
  }

  /** All that an act could have changed of an edition. */
  async function stateOf(edition: string): Promise<unknown> {
    const { rows } = await sql`select to_jsonb(e) - 'search' as edition,
      (select count(*)::int from newsroom.revision where edition_id = e.id) as revisions,
      (select count(*)::int from newsroom.step where edition_id = e.id) as steps,
      (select count(*)::int from newsroom.release where edition_id = e.id) as releases,
      (select count(*)::int from newsroom.audit where object_id = e.id::text) as acts
      from newsroom.edition e where e.id = ${edition}`.execute(newsroom.db.owner)
    return rows[0]
  }

  /** Sends a request that has been compared with what is there when another revision is saved under its eyes. */
  async function sendWhileSaved({ edition, slug }: { edition: string; slug: string }, send: () => Promise<Sent>): Promise<Sent> {
    const { answer } = await newsroom.db.transact(async (tx) => {
      const held = await lockEdition(tx, edition)
      const sent = send()
      await untilWaiting(newsroom, 1)
      const content = ferry({ headline: 'Saved meanwhile', slug })
      await addRevision(tx, admin, { edition, number: held.revision + 1, content, at: newsroom.clock.now() })
      return { answer: sent }
    })
    return answer
  }

  test.each(Object.keys(acts))('a story %s as it was seen, or not at all', async (name) => {
    const { method, path, bodyOf, from } = acts[name] ?? nothing
    const { edition, slug } = await standing(from)
    const body = bodyOf(slug)
    const match = await etagOf(edition)
    const answer = await sendWhileSaved({ edition, slug }, () => send(method, link(path, { edition }), { body, match }))
    const latest = await etagOf(edition)
    expect(answer).toMatchObject({ status: 412, json: { code: 'stale-revision', latest: 2, detail: expect.stringContaining(latest) } })
    const before = await stateOf(edition)
    expect((await send(method, link(path, { edition }), { body, match })).status).toBe(412)
    expect(await stateOf(edition)).toEqual(before)
    expect(before).toMatchObject({ revisions: 2, edition: { headline: 'Saved meanwhile', sent_revision: from === 'in review' ? 1 : null } })
    // What there is now may be named among others, or by a star.
    expect((await send(method, link(path, { edition }), { body, match: `${match}, ${latest}` })).status).toBeLessThan(300)
  })

  test.each(Object.keys(acts))(
    'by a star a story %s whatever its latest revision is, though another is saved at that moment',
    async (name) => {
      const { method, path, bodyOf, from } = acts[name] ?? nothing
      const story = await standing(from)
      const at = link(path, { edition: story.edition })
      const answer = await sendWhileSaved(story, () => send(method, at, { body: bodyOf(story.slug), match: '*' }))
      expect(answer.status).toBeLessThan(300)
    },
  )

  test('what is no story is named by its version, by several of which one is the latest, or by a star', async () => {
    const { ours } = await sectionsAndProjects(newsroom)
    const by = await api.keyOf(admin)
    const things = [
      ['PUT', link(paths.entry, { register: 'projects', id: ours }), ({ entry }: Record<string, unknown>) => entry],
      ['PATCH', paths.houseRules, () => ({ levels: { years: 'off' } })],
      [
        'PUT',
        link(paths.member, { member: edit.id }),
        ({ name, role, projects, sections, languages }: Record<string, unknown>) => ({ name, role, projects, sections, languages }),
      ],
    ] as const
    for (const [method, path, bodyOf] of things) {
      const read = await send('GET', path, { by })
      const put = async (match: string) => (await send(method, path, { by, match, body: bodyOf(read.json) as object })).status
      expect([path, await put('"8888", "9999"'), await put('W/"1"'), await put('nonsense')]).toEqual([path, 412, 412, 412])
      expect([path, await put(`"8888", ${read.etag}`), await put('*')]).toEqual([path, 204, 204])
    }
    expect((await send('PUT', link(paths.entry, { register: 'projects', id: edit.id }), { by, match: '*', body: {} })).status).toBe(404)
  })

  test('a moment that has passed releases nothing', async () => {
    const { edition } = await standing('draft')
    const at = new Date(newsroom.clock.now().getTime() - 60_000).toISOString()
    const before = await stateOf(edition)
    const answer = await send('POST', link(paths.release, { edition }), { body: { at }, match: '*' })
    expect(answer).toMatchObject({ status: 422, json: { code: 'past-moment' } })
    expect(await stateOf(edition)).toEqual(before)
  })
})
