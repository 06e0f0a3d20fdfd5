import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

import type { RegisterName } from '../entries/field.ts'
import { registerNames } from '../entries/field.ts'
import { fileVisibilityRule } from '../house-rules/file-visibility-rule.ts'
import type { Member } from '../members/member.ts'
import { fileOrganisation } from '../organisations/file-organisation.ts'
import { filePerson } from '../people/file-person.ts'
import { fileProject } from '../projects/file-project.ts'
import { readAllMerged } from '../references/current-references.ts'
import { followMerges } from '../references/references.ts'
import { fileSection } from '../sections/file-section.ts'
import { releaseStory } from '../stories/release-story.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { fileTopic } from '../topics/file-topic.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }
const tops = 4

type Act = { kind: 'merge'; register: RegisterName; entry: number; into: number } | { kind: 'undo'; register: RegisterName; entry: number }

const nth = fc.nat(tops - 1)
const register = fc.constantFrom(...registerNames)
const acts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), register, entry: nth, into: nth }) },
    fc.record({ kind: fc.constant('undo' as const), register, entry: nth }),
  ),
  { minLength: 2, maxLength: 10 },
)

describe.each(engines)('merging on %s', (engine) => {
  let newsroom: TestNewsroom
  let ids: Record<RegisterName, string[]>
  let before: unknown

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ids = await fill(newsroom)
    await write(newsroom, ids)
    before = await everything(newsroom)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  test(
    'whatever is merged, readers see what revisions say, and once all is undone nothing has happened',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(acts, async (history) => {
          for (const act of history) await live(newsroom, ids, act)
          await expectWhatRevisionsSay(newsroom)
          await undoAll(newsroom)
          expect(await everything(newsroom)).toEqual(before)
        }),
        { numRuns: 12 },
      )
    },
  )
})

/** A few entries of each register, some of which refer to others. */
async function fill(newsroom: TestNewsroom): Promise<Record<RegisterName, string[]>> {
  const made: Record<RegisterName, string[]> = {
    sections: [],
    projects: [],
    organisations: [],
    places: ['MD', 'UA', 'GE', 'RO'],
    topics: [],
    people: [],
  }
  for (let n = 0; n < tops; n += 1) {
    const entry = { slug: `entry-${n}`, name: { en: `Entry ${n}` } }
    made.sections.push(await fileSection(newsroom, entry))
    made.organisations.push(await fileOrganisation(newsroom, { ...entry, kind: 'funder', country: made.places[n] ?? null }))
    made.people.push(await filePerson(newsroom, { ...entry, isPublic: n !== 0, organisation: made.organisations[n] ?? null }))
    made.topics.push(await fileTopic(newsroom, { ...entry, within: made.topics[n - 2] ?? null }))
    made.projects.push(
      await fileProject(newsroom, {
        slug: entry.slug,
        title: entry.name,
        status: 'running',
        funders: made.organisations.map((organisation) => ({ organisation, grantReference: `G ${n}`, share: null })),
        places: made.places,
        topics: made.topics,
      }),
    )
    const [funder = '', project] = [made.organisations[n], made.projects[n]]
    await fileVisibilityRule(newsroom, chief, { funder, project, statement: { en: `Entry ${n} pays.` }, places: ['story'] })
  }
  return made
}

/** Stories of all kinds: drafts, released, scheduled, with a scheduled change, ended. */
async function write(newsroom: TestNewsroom, ids: Record<RegisterName, string[]>): Promise<void> {
  const some = (register: RegisterName, n: number) => ids[register].filter((_, position) => (n >> position) % 2 === 1)
  for (let n = 0; n < 12; n += 1) {
    const activity = { type: 'workshop', name: null, starts: null, ends: null, isOnline: false, participants: null }
    const { edition } = await draft(newsroom, {
      slug: `story-${n}`,
      section: ids.sections[n % 5] ?? null,
      projects: some('projects', n),
      places: some('places', n + 3),
      topics: some('topics', n + 1),
      people: some('people', n + 2),
      activity:
        n % 3 === 0
          ? null
          : {
              ...activity,
              place: ids.places[n % 4] ?? null,
              organisers: some('organisations', n),
              partners: some('organisations', 15 - n),
            },
    })
    const in_ = (minutes: number) => new Date(newsroom.clock.now().getTime() + minutes * 60_000)
    if (n % 4 === 1) await releaseStory(newsroom, edit, { edition })
    if (n % 4 === 2) await releaseStory(newsroom, edit, { edition, at: in_(60) })
    if (n % 4 !== 3) continue
    await releaseStory(newsroom, edit, { edition, until: in_(90) })
    await releaseStory(newsroom, edit, { edition, at: in_(30) })
  }
}

async function live(newsroom: TestNewsroom, ids: Record<RegisterName, string[]>, act: Act): Promise<void> {
  const [entry, into] = [ids[act.register][act.entry] ?? '', act.kind === 'merge' ? (ids[act.register][act.into] ?? '') : '']
  const done =
    act.kind === 'merge'
      ? mergeEntries(newsroom, chief, { register: act.register, entry, into })
      : undoMerge(newsroom, chief, { register: act.register, entry })
  // What cannot be merged, or is not, is refused, and nothing has happened.
  await done.catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error
  })
}

async function undoAll(newsroom: TestNewsroom): Promise<void> {
  for (;;) {
    const rows = await newsroom.db.writer.selectFrom('live.merged_entry').select(['register', 'id']).execute()
    const one = rows[Math.floor(rows.length / 2)]
    const register = registerNames.find((name) => name === one?.register)
    if (!one || !register) return
    await undoMerge(newsroom, chief, { register, entry: one.id })
  }
}

async function expectWhatRevisionsSay({ db }: TestNewsroom): Promise<void> {
  const merged = await readAllMerged(db.writer)
  const { rows } = await sql<{
    content: unknown
    section_id: string | null
    project_ids: string[]
    place_codes: string[]
    topic_ids: string[]
    person_ids: string[]
    activity: unknown
    facets: string[]
  }>`
    select r.content, e.section_id, e.project_ids, e.place_codes, e.topic_ids, e.person_ids, e.activity,
      array(select facet from live.river v where v.release_id = e.release_id) as facets
    from live.edition e join newsroom.release l on l.id = e.release_id
      join newsroom.revision r on r.edition_id = l.edition_id and r.number = l.revision`.execute(db.writer)
  expect(rows.length).toBeGreaterThan(8)
  for (const { content, ...shown } of rows) {
    const said = followMerges(parseRevisionContent(content), merged)
    expect(shown).toMatchObject({
      section_id: said.section,
      project_ids: said.projects,
      place_codes: said.places,
      topic_ids: said.topics,
      person_ids: said.people,
      activity: said.activity,
    })
    expect(shown.facets.filter((facet) => facet.startsWith('topic=')).toSorted()).toEqual(said.topics.map((id) => `topic=${id}`).toSorted())
  }
  const counted = await sql`select facet, language, stories from live.river_count where stories <> 0
    except select facet, language, count(*) from live.river group by 1, 2`.execute(db.writer)
  expect(counted.rows).toEqual([])
  const ofMerged = await sql`select r.id from live.visibility_rule r
    join live.merged_entry m on m.id in (r.funder_id::text, r.project_id::text)`.execute(db.writer)
  expect(ofMerged.rows).toEqual([])
  // At each second to come, the pages of every river that it flows in by then are printed anew.
  const missed = await sql`select v.facet from live.river v join live.edition e on e.release_id = v.release_id
    where exists (select from live.upcoming u where u.release_id = v.release_id)
      and not exists (select from live.upcoming u where u.release_id = v.release_id and u.tag = 'river:' || v.facet || ':' || v.language)`.execute(
    db.writer,
  )
  expect(missed.rows).toEqual([])
}

/** All that readers, lists and searches are made from. */
async function everything({ db }: TestNewsroom): Promise<unknown> {
  const tables = [
    'live.edition',
    'live.river',
    'live.river_count where stories <> 0',
    'live.upcoming',
    'live.section',
    'live.project',
    'live.organisation',
    'live.place',
    'live.topic',
    'live.person',
    'live.visibility_rule',
    'live.merged_entry',
  ]
  const parts = await Promise.all(
    tables.map(
      async (table) =>
        (await sql<{ row: string }>`select to_jsonb(t)::text as row from (select * from ${sql.raw(table)}) t order by 1`.execute(db.writer))
          .rows,
    ),
  )
  const editions = await db.writer
    .selectFrom('newsroom.edition')
    .select(['id', 'section_id', 'project_ids', 'revision', 'state'])
    .orderBy('id')
    .execute()
  return { parts, editions }
}
