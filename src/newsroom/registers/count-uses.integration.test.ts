import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, newsroomOn, released } from '#test/newsroom.ts'

import type { RegisterName } from '../entries/field.ts'
import type { Member } from '../members/member.ts'
import { addEntry } from './add-entry.ts'
import { countUses } from './count-uses.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'
import { registers } from './registers.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

describe.each(engines)('what refers to an entry, on %s', (engine) => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const add = (register: RegisterName, entry: Record<string, unknown>) => addEntry(newsroom, chief, { register, entry })
  const usesOf = async (register: RegisterName, id: string) =>
    Object.fromEntries((await countUses(newsroom.db.writer, registers[register], id)).map(({ use, n }) => [use, n]))
  const merged = (register: RegisterName, entry: string, into: string) => mergeEntries(newsroom, chief, { register, entry, into })

  test('after a merge the topic that stays has the stories, projects and topics of both, each once, and after its undoing its own', async () => {
    const [rivers, water] = [
      await add('topics', { slug: 'rivers', name: { en: 'Rivers' } }),
      await add('topics', { slug: 'water', name: { en: 'Water' } }),
    ]
    await add('topics', { slug: 'floods', name: { en: 'Floods' }, within: rivers })
    await add('topics', { slug: 'wells', name: { en: 'Wells' }, within: water })
    const project = (slug: string, topics: string[]) =>
      add('projects', { slug, acronym: slug.toUpperCase(), title: { en: slug }, status: 'running', topics })
    await project('dam', [rivers])
    await project('ferry', [rivers, water])
    await project('pump', [water])
    await released(newsroom, { slug: 'one', topics: [rivers] })
    await released(newsroom, { slug: 'two', topics: [water] })
    await released(newsroom, { slug: 'three', topics: [rivers, water] })
    expect(await usesOf('topics', water)).toEqual({ stories: 2, projects: 2, within: 1 })
    await merged('topics', rivers, water)
    expect(await usesOf('topics', water)).toEqual({ stories: 3, projects: 3, within: 2 })
    expect(await usesOf('topics', rivers)).toEqual({})
    await undoMerge(newsroom, chief, { register: 'topics', entry: rivers })
    expect(await usesOf('topics', water)).toEqual({ stories: 2, projects: 2, within: 1 })
  })

  test('what a merged organisation funded, and whom it sent, counts for the one that stays', async () => {
    const organisation = (slug: string, country: string) => add('organisations', { slug, name: { en: slug }, kind: 'ngo', country })
    const [old, now] = [await organisation('old-fund', 'MD'), await organisation('new-fund', 'RO')]
    const funders = [{ organisation: old, grantReference: null, share: null }]
    await add('projects', { slug: 'quay', acronym: 'QUAY', title: { en: 'Quay' }, status: 'running', funders })
    await add('people', { slug: 'ion', name: { en: 'Ion' }, organisation: old })
    expect(await usesOf('organisations', now)).toEqual({})
    expect(await usesOf('places', 'MD')).toMatchObject({ organisations: 1 })
    await merged('organisations', old, now)
    expect(await usesOf('organisations', now)).toEqual({ projects: 1, people: 1 })
    // It is one organisation now, and that one lies elsewhere.
    expect(await usesOf('places', 'MD')).not.toHaveProperty('organisations')
  })

  test('a story of a merged section or project is a story of the one that stays', async () => {
    const section = (slug: string) => add('sections', { slug, name: { en: slug } })
    const [old, now] = [await section('old-news'), await section('news')]
    await released(newsroom, { slug: 'four', section: old })
    await merged('sections', old, now)
    expect(await usesOf('sections', now)).toEqual({ stories: 1, drafts: 1 })
    const project = (slug: string) => add('projects', { slug, acronym: slug.toUpperCase(), title: { en: slug }, status: 'running' })
    const [first, second] = [await project('first'), await project('second')]
    await released(newsroom, { slug: 'five', projects: [first] })
    await merged('projects', first, second)
    expect(await usesOf('projects', second)).toEqual({ stories: 1, drafts: 1 })
  })
})
