import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import { losing } from '#test/lost-connection.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, released } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'

import { readEntries, requireEntry } from '../entries/entry-store.ts'
import { findRiver } from '../live/find-river.ts'
import { searchStories } from '../live/search-stories.ts'
import type { Member } from '../members/member.ts'
import { fileEdition } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { addEntry } from './add-entry.ts'
import { archiveEntry, bringBackEntry } from './archive-entry.ts'
import { changeEntry } from './change-entry.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'
import { moveEntry } from './move-entry.ts'
import { registers } from './registers.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

describe.each(engines)('the registers on %s', (engine) => {
  let newsroom: TestNewsroom
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const topic = (name: string, more: object = {}) =>
    addEntry(newsroom, chief, { register: 'topics', entry: { name: { en: name }, slug: `${name.toLowerCase()}-${++made}`, ...more } })
  const story = async (about: Partial<ReturnType<typeof ferry>>) => released(newsroom, { slug: `of-the-registers-${++made}`, ...about })
  const river = async (facet: string) => (await findRiver(await reading(newsroom), 'en', [facet], 1)).total
  const found = async (words: string) => (await searchStories(await reading(newsroom), 'en', words, 1)).items.map((item) => item.slug)
  const versionOf = async (register: keyof typeof registers, id: string) =>
    (await requireEntry(newsroom.db.writer, registers[register], id)).version

  test('an entry says what was said of it, in every register', async () => {
    const funder = await addEntry(newsroom, chief, {
      register: 'organisations',
      entry: {
        slug: '',
        name: { en: 'Osier Fund', fr: 'Fonds Osier' },
        acronym: 'OF',
        kind: 'funder',
        country: 'MD',
        rorIdentifier: 'https://ror.org/03yrm5c26',
      },
    })
    const project = {
      slug: 'pontoon',
      acronym: 'PONTOON',
      title: { en: 'Piers', fr: 'Jetées' },
      description: { en: 'Many\r\nlines' },
      objectives: { en: ['One', 'Two'] },
      starts: '2025-01-01',
      ends: '2027-12-31',
      status: 'running',
      funders: [
        { organisation: funder, grantReference: 'G 1', share: 80 },
        { organisation: funder, grantReference: 'G 2', share: 20 },
      ],
      partners: [{ organisation: funder, role: null }],
      places: ['MD', 'UA'],
      topics: [],
      contact: null,
      iatiIdentifier: 'XM-1',
      alternativeNames: ['Pontoons'],
    }
    const id = await addEntry(newsroom, chief, { register: 'projects', entry: project })
    expect((await requireEntry(newsroom.db.writer, registers.projects, id)).entry).toEqual({
      ...project,
      description: { en: 'Many\nlines' },
    })
    expect((await requireEntry(newsroom.db.writer, registers.organisations, funder)).entry).toMatchObject({
      slug: 'of',
      rorIdentifier: '03yrm5c26',
    })
    const city = await addEntry(newsroom, edit, {
      register: 'places',
      entry: { slug: '', kind: 'city', within: 'MD', name: { en: 'Bălți' } },
    })
    expect(city).toBe('city/MD/balti')
  })

  test('of two who change an entry at once, the second is told', async () => {
    const id = await topic('Rivers')
    await changeEntry(newsroom, edit, { register: 'topics', id, madeFrom: 1, entry: { name: { en: 'Great rivers' } } })
    const late = changeEntry(newsroom, chief, { register: 'topics', id, madeFrom: 1, entry: { name: { en: 'Small rivers' } } })
    await expect(late).rejects.toMatchObject({ kind: 'conflict', code: 'changed-meanwhile' })
    expect((await requireEntry(newsroom.db.writer, registers.topics, id)).entry['name']).toEqual({ en: 'Great rivers' })
  })

  test('a topic cannot lie within itself, however far down, nor a merge make it so', async () => {
    const top = await topic('Top')
    const mid = await topic('Mid', { within: top })
    const low = await topic('Low', { within: mid })
    const change = changeEntry(newsroom, chief, { register: 'topics', id: top, madeFrom: 1, entry: { name: { en: 'Top' }, within: low } })
    await expect(change).rejects.toMatchObject({ code: 'within-itself' })
    await expect(mergeEntries(newsroom, chief, { register: 'topics', entry: top, into: low })).rejects.toMatchObject({
      code: 'within-itself',
    })
    await mergeEntries(newsroom, chief, { register: 'topics', entry: mid, into: top })
    expect((await requireEntry(newsroom.db.writer, registers.topics, low)).entry['within']).toBe(top)
  })

  test('an archive that is lost while it is asked what lies within what is told as lost', async () => {
    const [top, other] = [await topic('Top'), await topic('Other')]
    const low = await topic('Low', { within: top })
    const lost = losing(newsroom, 'recursive above')
    await expect(mergeEntries(lost, chief, { register: 'topics', entry: other, into: low })).rejects.toThrow('Connection terminated')
    await mergeEntries(newsroom, chief, { register: 'topics', entry: low, into: other })
    await expect(undoMerge(lost, chief, { register: 'topics', entry: low })).rejects.toThrow('Connection terminated')
  })

  test('stories follow a merge, and go back when it is undone; what is saved between names the one that is left', async () => {
    const [old, kept] = [await topic('Boats'), await topic('Ships')]
    const { edition } = await story({ topics: [old, kept] })
    await story({ topics: [old] })
    const [waiting, saved] = [await draft(newsroom, { topics: [old] }), await draft(newsroom, { topics: [old], slug: `of-boats-${made}` })]
    await mergeEntries(newsroom, chief, { register: 'topics', entry: old, into: kept })
    expect([await river(`topic=${old}`), await river(`topic=${kept}`)]).toEqual([0, 2])
    await saveRevision(newsroom, ana, { edition: saved.edition, madeFrom: 1, content: ferry({ topics: [old], summary: 'Saved.' }) })
    const row = await newsroom.db.writer
      .selectFrom('newsroom.revision')
      .select('content')
      .where('edition_id', '=', saved.edition)
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    expect(row.content).toMatchObject({ topics: [kept] })
    await undoMerge(newsroom, chief, { register: 'topics', entry: old })
    expect([await river(`topic=${old}`), await river(`topic=${kept}`)]).toEqual([2, 1])
    expect(edition).not.toBe(waiting.edition)
  })

  test('releases and saves that meet a merge end up with what is left, whichever came first', async () => {
    const [old, kept] = [await topic('Oars'), await topic('Paddles')]
    const drafts = []
    for (let n = 0; n < 8; n += 1) drafts.push(await draft(newsroom, { topics: [old], slug: `of-oars-${n}`, headline: `Oars ${n}` }))
    const acts = drafts.map(({ edition }) => releaseStory(newsroom, edit, { edition }))
    const late = draft(newsroom, { topics: [old], slug: 'of-oars-late' }).then(({ edition }) => releaseStory(newsroom, edit, { edition }))
    await Promise.all([
      ...acts.slice(0, 4),
      mergeEntries(newsroom, chief, { register: 'topics', entry: old, into: kept }),
      ...acts.slice(4),
      late,
    ])
    expect([await river(`topic=${old}`), await river(`topic=${kept}`)]).toEqual([0, 9])
    await undoMerge(newsroom, chief, { register: 'topics', entry: old })
    const left = await river(`topic=${kept}`)
    // What was filed after the merge names what was left; the others go back.
    expect([await river(`topic=${old}`), left]).toEqual([9 - left, left])
    expect(left).toBeLessThanOrEqual(1)
  })

  test('a story is found by any name of what it is about, and by the names of what was merged', async () => {
    const [old, kept] = [await topic('Wharves', { alternativeNames: ['Landing stages'] }), await topic('Piers')]
    await story({ slug: 'a-dull-headline', headline: 'Nothing much', summary: 'It was so.', topics: [kept], places: ['TR'] })
    expect(await found('piers nothing')).toEqual(['a-dull-headline'])
    expect(await found('Turkey piers')).toEqual(['a-dull-headline'])
    expect(await found('landing stages')).toEqual([])
    await mergeEntries(newsroom, chief, { register: 'topics', entry: old, into: kept })
    expect(await found('landing stages')).toEqual(['a-dull-headline'])
    await undoMerge(newsroom, chief, { register: 'topics', entry: old })
    expect(await found('landing stages')).toEqual([])
  })

  test('what is archived is not chosen anew, and stays where it was', async () => {
    const id = await topic('Canals')
    const { story, edition } = await draft(newsroom, { topics: [id], slug: 'of-canals' })
    const other = await draft(newsroom, { slug: 'of-none' })
    await archiveEntry(newsroom, chief, { register: 'topics', id })
    const inFrench = { language: 'fr', content: ferry({ topics: [id], slug: 'des-canaux' }) }
    await expect(fileEdition(newsroom, edit, { story: other.story, ...inFrench })).rejects.toMatchObject({ code: 'entry-archived' })
    await fileEdition(newsroom, edit, { story, ...inFrench })
    await expect(draft(newsroom, { topics: [id], slug: 'more-canals' })).rejects.toMatchObject({ code: 'entry-archived' })
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ topics: [id], slug: 'of-canals', summary: 'Still.' }) })
    await bringBackEntry(newsroom, chief, { register: 'topics', id })
    await draft(newsroom, { topics: [id], slug: 'more-canals' })
    expect(await versionOf('topics', id)).toBe(3)
  })

  test('an address that an entry ever had is never another’s', async () => {
    const id = await topic('Locks', { slug: 'locks' })
    await moveEntry(newsroom, chief, { register: 'topics', id, slug: 'sluices' })
    await expect(topic('Locks', { slug: 'locks' })).rejects.toMatchObject({ code: 'slug-taken' })
    await moveEntry(newsroom, chief, { register: 'topics', id, slug: 'locks' })
    await expect(moveEntry(newsroom, chief, { register: 'places', id: 'MD', slug: 'moldova' })).rejects.toMatchObject({
      code: 'code-stays',
    })
  })

  test('every act is in the audit log', async () => {
    const rows = await newsroom.db.writer.selectFrom('newsroom.audit').select('act').distinct().execute()
    expect(rows.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['addEntry', 'changeEntry', 'archiveEntry', 'bringBackEntry', 'moveEntry', 'mergeEntries', 'undoMerge']),
    )
    expect((await readEntries(newsroom.db.writer, registers.places)).length).toBeGreaterThan(250)
  })
})
