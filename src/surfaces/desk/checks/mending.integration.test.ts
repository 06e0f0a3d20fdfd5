import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'
import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { desk as paths, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, edit, ferry, newsroomOn, olga } from '#test/newsroom.ts'

const body: RevisionContent['body'] = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'From Turkey over the river, and back to Turkey.' }] }],
}

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, edit, olga])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const begin = async (over: Partial<RevisionContent> = {}) => {
    made += 1
    const content = ferry({ headline: 'To Turkey by ferry', slug: `ferry-${made}`, body, ...over })
    return (await fileStory(newsroom, ana, { language: 'en', content })).edition
  }
  const pageOf = async (by: Member, edition: string) => (await at.as(by, link(paths.edition, { edition }))).text()
  /** What the buttons that replace would send, by what stands on them. */
  const offered = async (by: Member, edition: string) =>
    [...(await pageOf(by, edition)).matchAll(/<button ([^>]*name="replace"[^>]*)>([^<]*)</g)].map(
      ([, attributes = '', label = '']): [string, string] => {
        expect(attributes).toContain(`form="writing-${edition}"`)
        const value = /value="([^"]*)"/.exec(attributes)?.[1] ?? ''
        return [label, value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')]
      },
    )
  const form = (over: Record<string, string>) => ({ kind: 'news', headline: 'To Turkey by ferry', summary: 'It sails.', ...over })
  const latest = async (edition: string) =>
    readRevision(newsroom.db.writer, edition, (await readEdition(newsroom.db.writer, edition)).revision)

  test('without script a word is replaced in a new revision, with whatever else was typed', async () => {
    const edition = await begin()
    const buttons = await offered(ana, edition)
    expect(buttons.map(([label]) => label)).toEqual(['Replace', 'Replace all 3', 'Replace', 'Replace'])
    const saved = await at.as(
      ana,
      link(paths.edition, { edition }),
      form({ madeFrom: '1', summary: 'It sails on.', replace: buttons[3]?.[1] ?? '' }),
    )
    expect(saved.status).toBe(303)
    const content = await latest(edition)
    expect([content.headline, content.summary]).toEqual(['To Turkey by ferry', 'It sails on.'])
    expect(bodyText(content.body)).toBe('From Turkey over the river, and back to Türkiye.')
  })

  test('all of them are replaced at once', async () => {
    const edition = await begin()
    const all = (await offered(ana, edition)).find(([label]) => label === 'Replace all 3')?.[1] ?? ''
    await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '1', replace: all }))
    const content = await latest(edition)
    expect(content.headline).toBe('To Türkiye by ferry')
    expect(bodyText(content.body)).toBe('From Türkiye over the river, and back to Türkiye.')
    expect(await offered(ana, edition)).toEqual([])
  })

  test('nothing is replaced in a text that somebody has saved meanwhile, or by what is no replacement', async () => {
    const edition = await begin()
    const [[, replace] = ['', '']] = await offered(ana, edition)
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ headline: 'Other', slug: `ferry-${made}`, body }) })
    const refused = await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '1', replace }))
    expect(refused.status).toBe(409)
    expect((await latest(edition)).headline).toBe('Other')
    for (const nonsense of ['[', '{}', '[{"field":"slug","place":{"exact":"a","prefix":"","suffix":""},"by":"b"}]'])
      expect(
        (await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '2', headline: 'Other', replace: nonsense }))).status,
      ).toBe(303)
    expect(await latest(edition)).toMatchObject({ headline: 'Other', slug: `ferry-${made}` })
  })

  test('whoever may not save has nothing replaced, and keeps nobody waiting with a text that says one thing only', async () => {
    const edition = await begin()
    const text = 'a'.repeat(20_000)
    const all = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
    const around = (length: number) => ({ exact: 'a', prefix: 'a'.repeat(length), suffix: 'a'.repeat(length) })
    const replace = (length: number) =>
      JSON.stringify(Array.from({ length: 100 }, () => ({ field: 'body', place: around(length), by: 'b' })))
    const send = async (by: Member, length: number) =>
      at.as(by, link(paths.edition, { edition }), form({ madeFrom: '1', body: JSON.stringify(all), replace: replace(length) }))
    expect((await send(olga, 64)).status).toBe(403)
    // More than a check says of where it found something is no replacement.
    expect((await send(ana, 65)).status).toBe(303)
    expect(bodyText((await latest(edition)).body)).toBe(text)
  })

  test('whoever only reads is offered no replacement', async () => {
    const edition = await begin()
    expect(await offered(olga, edition)).toEqual([])
    expect(await pageOf(olga, edition)).toContain('We write “Türkiye”, not “Turkey”.')
  })

  test('a text without a headline is told so, where it is written and where it is released', async () => {
    const edition = await begin({ headline: '', slug: '' })
    const there = [link(paths.edition, { edition }), link(paths.release, { edition })]
    for (const path of there)
      expect(await (await at.as(edit, path)).text()).toContain('There is no headline. No story is released without one.')
    const released = await at.as(edit, link(paths.release, { edition }), { revision: '1', when: 'now', 'note-kind': 'minor' })
    expect(released.status).toBe(409)
  })

  test('days that run backwards are kept as they were typed, told at their field, and never released', async () => {
    const edition = await begin()
    const days = { activityType: 'workshop', activityStarts: '2026-11-09', activityEnds: '2026-11-06' }
    expect((await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '1', ...days }))).status).toBe(303)
    expect((await latest(edition)).activity).toMatchObject({ starts: '2026-11-09', ends: '2026-11-06' })
    const page = await pageOf(ana, edition)
    expect(page).toContain('The activity ends before it begins. Mend one of its two days.')
    expect(page).toContain('href="#activityEnds"')
    expect(page).toContain('id="activityEnds"')
    const now = { revision: '2', when: 'now', 'note-kind': 'minor' }
    expect((await at.as(edit, link(paths.release, { edition }), now)).status).toBe(409)
    await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '2', ...days, activityEnds: '2026-11-10' }))
    expect((await at.as(edit, link(paths.release, { edition }), { ...now, revision: '3' })).status).toBe(303)
  })

  test('accepting a day from the text does not say what happened on it: the writer is asked', async () => {
    const edition = await begin({ headline: 'A visit' })
    const accept = JSON.stringify([
      ['activityStarts', '2026-05-04'],
      ['activityEnds', '2026-05-05'],
    ])
    const days = { activityType: '', activityStarts: '', activityEnds: '' }
    expect((await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '1', headline: 'A visit', ...days, accept }))).status).toBe(
      303,
    )
    expect((await latest(edition)).activity).toMatchObject({ type: '', starts: '2026-05-04', ends: '2026-05-05' })
    expect(await pageOf(ana, edition)).toContain('The activity has no kind. Choose what happened.')
    const chosen = { activityType: 'studyVisit', activityStarts: '2026-05-04', activityEnds: '2026-05-05' }
    await at.as(ana, link(paths.edition, { edition }), form({ madeFrom: '2', headline: 'A visit', ...chosen }))
    expect(await pageOf(ana, edition)).not.toContain('The activity has no kind')
  })
})
