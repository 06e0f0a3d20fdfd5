import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import type { Body } from '#newsroom/stories/body.ts'
import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { listRevisions } from '#newsroom/stories/read-writing.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { desk, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, ferry, newsroomOn, olga } from '#test/newsroom.ts'

const farid: Member = { ...edit, id: '01900000-0000-7000-8000-0000000000fa', name: 'Farid' }

/** A paragraph: words, a link, words. */
const linked = (before: string, href: string, words: string) => ({
  type: 'paragraph' as const,
  content: [
    { type: 'text' as const, text: before },
    { type: 'text' as const, text: words, marks: [{ type: 'link' as const, attrs: { href } }] },
  ],
})
const body = (...lines: Body['content']): Body => ({ type: 'doc', content: lines })
const source = (lorries: string) => body(linked(lorries, '/timetable', 'timetable'), linked('Read the ', '/map', 'map'))

describe.each(engines)('a translation that is saved while it is written, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [edit, farid, olga])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  let made = 0
  /** A French edition whose passages are 1: headline, 2: summary, 3 and 4: paragraphs; and how its page sends what is typed. */
  const begun = async () => {
    made += 1
    const headline = `The ferry sails ${made}`
    const { edition: english } = await draft(newsroom, { headline, body: source('Forty lorries: ') })
    const edition = await translateEdition(newsroom, edit, { edition: english, language: 'fr' })
    const path = link(desk.translationText, { edition })
    let order = 0
    const send = async (fields: Record<string, string>, { by = edit, tab = 'seat', ...made }: Partial<Sending> = {}) => {
      const about = { madeFrom: 1, sourceRevision: 1, ...made }
      const form = { ...fields, tab, order: String((order += 1)), isAutosave: 'yes', member: by.id }
      const numbers = { madeFrom: String(about.madeFrom), sourceRevision: String(about.sourceRevision) }
      const answer = await at.as(by, path, { ...form, ...numbers }, { accept: 'application/json' })
      return { status: answer.status, said: await answer.json() }
    }
    const latest = async () => readRevision(newsroom.db.writer, edition, (await readEdition(newsroom.db.writer, edition)).revision)
    return { headline, english, edition, path, send, latest }
  }
  type Sending = { by: Member; tab: string; madeFrom: number; sourceRevision: number }

  test('is one revision for as long as somebody writes on, and what differs alone is written', async () => {
    const { edition, send, latest } = await begun()
    const { said } = await send({ 'p-1': 'Le bac', 'p-2': 'After a winter on land the ferry takes lorries over the river.' })
    expect(said).toMatchObject({ revision: 2, left: '3 passages are open', faults: [] })
    expect(said.rows.map(({ status }: { status: string }) => status)).toEqual(['done', 'waiting', 'waiting', 'waiting'])
    expect(said.rows.filter(({ parts }: { parts?: object }) => parts)).toHaveLength(1)
    expect((await send({ 'p-1': 'Le bac repart' }, { madeFrom: 2 })).said.revision).toBe(3)
    expect((await listRevisions(newsroom.db.writer, edition)).map(({ number }) => number)).toEqual([3, 1])
    expect(await latest()).toMatchObject({ headline: 'Le bac repart', slug: 'le-bac-repart' })
  })

  test('goes on where an answer was lost on the way, and says that all is saved when it is', async () => {
    const { send } = await begun()
    await send({ 'p-1': 'Le bac' })
    expect(await send({ 'p-1': 'Le bac' })).toMatchObject({ status: 200, said: { revision: 2 } })
    expect(await send({ 'p-1': 'Le bac repart' })).toMatchObject({ status: 200, said: { revision: 3 } })
  })

  test('is done passage by passage, with the words that were typed', async () => {
    const { edition, send } = await begun()
    const { said } = await send({ 'p-1': 'Le bac', done: '1 2' })
    expect(said).toMatchObject({ revision: 2, left: '2 passages are open' })
    const page = await (await at.as(edit, link(desk.translation, { edition }))).text()
    expect(page).toMatch(/class="passage passage-done" id="passage-2"/)
  })

  test('leaves out what is empty or whose tags are amiss, and says which and why', async () => {
    const { send, latest } = await begun()
    const { said } = await send({ 'p-1': '', 'p-2': 'En hiver', 'p-3': 'Voir <a1>l’horaire', 'p-99': 'Où ?', done: '3' })
    expect(said.faults.map(({ field, text }: { field: string; text: string }) => [field, text.slice(0, 30)])).toEqual([
      ['p-1', 'Nothing stands here: the words'],
      ['p-3', 'Not saved: the tag <a1> is not'],
      ['p-99', 'Not saved: this passage is not'],
    ])
    expect(said.rows[2]).toMatchObject({ id: 3, status: 'waiting' })
    expect(await latest()).toMatchObject({ headline: expect.stringContaining('The ferry'), summary: 'En hiver' })
  })

  test('is refused beside another who holds the pen, and where somebody saved meanwhile', async () => {
    const { edition, send, latest } = await begun()
    await send({ 'p-1': 'Le bac' })
    expect(await send({ 'p-1': 'Un bac' }, { by: farid, tab: 'his' })).toMatchObject({
      status: 409,
      said: { code: 'pen-elsewhere', holder: 'Edit' },
    })
    const content = await latest()
    await saveRevision(newsroom, farid, { edition, madeFrom: 2, content: { ...content, headline: 'Un bac de plus' } })
    expect(await send({ 'p-1': 'Le bac repart' }, { madeFrom: 2 })).toMatchObject({ status: 409, said: { code: 'stale-revision' } })
    expect((await latest()).headline).toBe('Un bac de plus')
    expect((await send({ 'p-1': 'Le bac' }, { by: olga, tab: 'hers' })).status).toBe(403)
    expect((await at.as(farid, link(desk.translationText, { edition }), { member: edit.id })).status).toBe(401)
  })

  test('asks for another look where the source was saved meanwhile, and tells what changed in it', async () => {
    const { headline, english, path, send } = await begun()
    await saveRevision(newsroom, farid, { edition: english, madeFrom: 1, content: ferry({ headline, body: source('Fifty lorries: ') }) })
    expect(await send({ 'p-1': 'Le bac', done: '1' })).toMatchObject({ status: 409, said: { code: 'source-changed' } })
    const latest = await (await at.as(edit, path, undefined, { accept: 'application/json' })).json()
    expect(latest).toMatchObject({
      revision: 1,
      sourceRevision: 2,
      savedBy: 'Edit',
      fields: { 'p-1': [headline], 'p-3': ['Forty lorries: <a1>timetable</a1>'] },
    })
    expect(latest.rows[2].parts.source).toContain('Fifty lorries: &lt;a1&gt;timetable')
    expect((await send({ 'p-1': 'Le bac', done: '1' }, { sourceRevision: 2 })).said).toMatchObject({ revision: 2 })
  })

  test('says how links are called from now on, where one before them was taken out', async () => {
    const { edition, send, latest } = await begun()
    const line = {
      ...linked('Voir ', '/horaire', 'l’horaire'),
      content: [...linked('Voir ', '/horaire', 'l’horaire').content, ...linked(' et ', '/bac', 'le bac').content],
    }
    await saveRevision(newsroom, edit, {
      edition,
      madeFrom: 1,
      content: { ...(await latest()), body: body(line, linked('Lire ', '/map', 'la carte')) },
    })
    const { said } = await send({ 'p-3': 'Voir <a3>le bac</a3>' }, { madeFrom: 2 })
    expect(said).toMatchObject({ revision: 3, faults: [], renumbered: { 'p-3': 'Voir <a2>le bac</a2>' } })
    expect((await send({ 'p-3': 'Voir <a2>le bac</a2>' }, { madeFrom: 3 })).said).toMatchObject({ revision: 3, renumbered: {} })
  })
})
