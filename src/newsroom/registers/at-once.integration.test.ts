import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import { link, routes } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, newsroomOn, released } from '#test/newsroom.ts'

import { readEntries } from '../entries/entry-store.ts'
import type { Member } from '../members/member.ts'
import { fileProject } from '../projects/file-project.ts'
import { readAllMerged } from '../references/current-references.ts'
import { followMerges } from '../references/references.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { fileTopic } from '../topics/file-topic.ts'
import { addEntry } from './add-entry.ts'
import { archiveEntry, bringBackEntry } from './archive-entry.ts'
import { changeEntry } from './change-entry.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'
import { moveEntry } from './move-entry.ts'
import { planImport } from './plan-import.ts'
import { importEntries } from './import-entries.ts'
import { registers } from './registers.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }
const names = ['topics', 'projects'] as const
const slugs = ['ferries', 'bridges', 'locks', 'fords', 'piers']

const acts = ['merge', 'undo', 'move', 'within', 'add', 'archive', 'import', 'story'] as const
type Act = { does: (typeof acts)[number]; register: (typeof names)[number]; one: number; other: number }
const nth = fc.nat(3)
const act: fc.Arbitrary<Act> = fc.record({ does: fc.constantFrom(...acts), register: fc.constantFrom(...names), one: nth, other: nth })
const put = (one: number, other: number): Act => ({ does: 'within', register: 'topics', one, other })
const merge = (one: number, other: number): Act => ({ does: 'merge', register: 'topics', one, other })

describe.each(engines)('what several do to a register at once, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  const ids: Record<(typeof names)[number], string[]> = { topics: [], projects: [] }

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [chief])
    for (let n = 0; n < 4; n += 1) {
      ids.topics.push(await fileTopic(newsroom, { slug: `topic-${n}`, name: { en: `Topic ${n}` } }))
      ids.projects.push(await fileProject(newsroom, { slug: `project-${n}`, title: { en: `Project ${n}` }, status: 'running' }))
    }
    const some = (all: string[], n: number) => all.filter((_, position) => (n >> position) % 2 === 1)
    for (let n = 1; n < 16; n += 2)
      await released(newsroom, { slug: `story-${n}`, topics: some(ids.topics, n), projects: some(ids.projects, 15 - n) })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function expectOrder(): Promise<void> {
    for (const register of names) {
      const held = await readEntries(newsroom.db.writer, registers[register])
      const into = new Map(held.map((one) => [one.id, one.mergedInto]))
      for (const { id, standsFor } of held) expect([register, id, standsFor]).toEqual([register, id, endOf(id, into)])
      if (register === 'topics') {
        const { rows } = await sql<{ id: string; within: string | null }>`select id, within from newsroom.topic`.execute(newsroom.db.writer)
        const within = new Map(rows.map((row) => [row.id, row.within && (endOf(row.within, into) ?? row.within)]))
        for (const { id } of rows.filter((row) => into.get(row.id) === null)) endOf(id, within)
      }
    }
    await expectStoriesKeep()
    await expectAddressesLead()
  }

  async function expectStoriesKeep(): Promise<void> {
    const merged = await readAllMerged(newsroom.db.writer)
    const { rows } = await sql<{ content: unknown; topic_ids: string[]; project_ids: string[]; listed: string[] }>`
      select r.content, e.topic_ids, e.project_ids, n.project_ids as listed
      from live.edition e join newsroom.edition n on n.id = e.edition_id
        join newsroom.revision r on r.edition_id = n.id and r.number = n.revision`.execute(newsroom.db.writer)
    expect(rows.length).toBeGreaterThanOrEqual(8)
    for (const { content, ...shown } of rows) {
      const said = followMerges(parseRevisionContent(content), merged)
      expect(shown).toEqual({ topic_ids: said.topics, project_ids: said.projects, listed: said.projects })
    }
  }

  /** Every address that an entry has or had answers with a page, or leads to one at once. */
  async function expectAddressesLead(): Promise<void> {
    const { rows } = await sql<{ register: 'topics' | 'projects'; slug: string }>`
      select 'topics' as register, slug from newsroom.topic union select 'projects', slug from newsroom.project
      union select register, slug from newsroom.former_slug`.execute(newsroom.db.writer)
    for (const { register, slug } of rows) {
      const path = link(register === 'topics' ? routes.topic : routes.project, { slug })
      const first = await fetch(at.url + path, { redirect: 'manual' })
      const to = first.headers.get('location')
      const last = to === null ? first : await fetch(at.url + to, { redirect: 'manual' })
      expect([path, to, last.status]).toEqual([path, to, 200])
    }
  }

  /** What went wrong with acts that are done at once, but for what is refused with a line that says why. */
  async function oddOf(all: Act[]): Promise<unknown[]> {
    const done = await Promise.allSettled(all.map(live))
    return done.flatMap((one) => (one.status === 'rejected' && !(one.reason instanceof Failure) ? [one.reason as unknown] : []))
  }

  /** Takes all apart again; what lies within another comes out first, so that none can lie within itself. */
  async function undoAll(): Promise<void> {
    for (const { id, mergedInto } of await readEntries(newsroom.db.writer, registers.topics))
      if (mergedInto === null) await lieWithin(id, null)
    for (const register of names)
      for (const { id, mergedInto } of await readEntries(newsroom.db.writer, registers[register]))
        if (mergedInto !== null) await undoMerge(newsroom, chief, { register, entry: id })
  }

  async function live({ does, register, one, other }: Act): Promise<unknown> {
    const [id, into] = [ids[register][one] ?? '', ids[register][other] ?? '']
    const slug = slugs[(one + other) % slugs.length] ?? ''
    switch (does) {
      case 'merge':
        return mergeEntries(newsroom, chief, { register, entry: id, into })
      case 'undo':
        return undoMerge(newsroom, chief, { register, entry: id })
      case 'move':
        return moveEntry(newsroom, chief, { register, id, slug })
      case 'within':
        return lieWithin(ids.topics[one] ?? '', one === other ? null : (ids.topics[other] ?? ''))
      case 'add':
        return addEntry(newsroom, chief, { register: 'topics', entry: { slug, name: { en: 'Another' } } })
      case 'archive':
        return one % 2 ? archiveEntry(newsroom, chief, { register, id }) : bringBackEntry(newsroom, chief, { register, id })
      case 'import':
        return bringIn(`slug,name:en,within\r\ntopic-${one},Topic,topic-${other}\r\n${slug},Another,\r\n`)
      case 'story':
        return released(newsroom, { topics: [ids.topics[one] ?? ''], projects: [ids.projects[other] ?? ''] })
    }
  }

  async function lieWithin(id: string, within: string | null): Promise<void> {
    const [held] = await readEntries(newsroom.db.writer, registers.topics, [id])
    await changeEntry(newsroom, chief, { register: 'topics', id, madeFrom: held?.version ?? 0, entry: { ...held?.entry, within } })
  }

  async function bringIn(csv: string): Promise<unknown> {
    const { hash } = await planImport(newsroom.db.writer, 'topics', csv, newsroom.clock.now())
    return importEntries(newsroom, chief, { register: 'topics', csv, agreed: hash })
  }

  test('two that are merged into each other, or into a third at once, are merged once', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 4; round += 1) {
      expect(await oddOf([merge(0, 1), merge(1, 0), merge(1, 2), merge(0, 1), merge(2, 3), merge(3, 0)])).toEqual([])
      await expectOrder()
      await undoAll()
      await expectOrder()
    }
  })

  test('two that are put into each other at once do not lie within themselves', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 6; round += 1) {
      for (const n of [0, 1, 2, 3]) await live(put(n, n))
      expect(await oddOf([put(0, 1), put(1, 0), put(2, 3), put(3, 2), merge(1, 2)])).toEqual([])
      await expectOrder()
      await undoAll()
      await expectOrder()
    }
  })

  test('a merge is not undone where what was merged would lie within itself', async () => {
    const { topics } = ids
    await oddOf([put(0, 0), put(1, 1), put(2, 2), put(3, 3)])
    // The first lies within the second, which the third stands for; what lay within the first takes in the second.
    for (const one of [put(1, 0), put(2, 1), merge(1, 3), put(0, 2)]) await live(one)
    await expect(undoMerge(newsroom, chief, { register: 'topics', entry: topics[1] ?? '' })).rejects.toMatchObject({
      code: 'within-itself',
    })
    await live(put(0, 0))
    await undoAll()
    await expectOrder()
  })

  test('whatever several do at once, no story loses what it is about and every address leads', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (all) => {
        expect(await oddOf(all)).toEqual([])
        await expectOrder()
        await undoAll()
        await expectOrder()
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

/** Where a chain ends; null for what leads nowhere. Fails for one that comes back to itself. */
function endOf(id: string, next: ReadonlyMap<string, string | null>): string | null {
  const passed = new Set([id])
  let [at, end] = [next.get(id) ?? null, null as string | null]
  while (at !== null) {
    expect(passed.has(at), `${id} comes back to ${at}`).toBe(false)
    passed.add(at)
    ;[at, end] = [next.get(at) ?? null, at]
  }
  return end
}
