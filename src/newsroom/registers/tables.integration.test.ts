import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readCsv, writeCsv } from '#lib/csv.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, edit, newsroomOn, olga } from '#test/newsroom.ts'

import { readEntries } from '../entries/entry-store.ts'
import type { RegisterName } from '../entries/field.ts'
import { registerNames } from '../entries/field.ts'
import type { Member } from '../members/member.ts'
import { roles } from '../members/member.ts'
import { addEntry } from './add-entry.ts'
import { archiveEntry, bringBackEntry } from './archive-entry.ts'
import { changeEntry } from './change-entry.ts'
import { exportEntries } from './export-entries.ts'
import { importEntries } from './import-entries.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'
import { moveEntry } from './move-entry.ts'
import { planImport } from './plan-import.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

// What people and their programs put into cells.
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', "'", ',', ';', '|', '\\', '\t', '\n', '\r', 'a', ' '), maxLength: 10 }),
)
const said = nasty.map((text) =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .trim(),
)
const name = said.map((text) => text || 'Nameless')
const texts = fc.record({ en: name, fr: said, ar: said })
const list = fc.array(name, { maxLength: 3 })

describe.each(engines)('tables of the registers on %s', (engine) => {
  let newsroom: TestNewsroom
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const plan = (register: RegisterName, csv: string) => planImport(newsroom.db.writer, register, csv, newsroom.clock.now())
  const out = (register: RegisterName) => exportEntries(newsroom.db.writer, register, { withArchived: true })
  const add = (register: RegisterName, entry: object) =>
    addEntry(newsroom, chief, { register, entry: { slug: `entry-${++made}`, ...entry } })
  const bringIn = async (register: RegisterName, rows: string[][]) => {
    const csv = writeCsv(rows)
    return importEntries(newsroom, chief, { register, csv, agreed: (await plan(register, csv)).hash })
  }

  test('whatever an entry may hold at most comes out and in again', async () => {
    const objectives = { en: Array.from({ length: 50 }, (_, n) => String(n).padEnd(1000, '|')) }
    await add('projects', { title: { en: 'Long' }, status: 'planned', objectives, description: { en: 'x'.repeat(20_000) } })
    const found = await plan('projects', await out('projects'))
    expect([found.changed, found.refused]).toEqual([[], []])
  })

  test('whatever entries say, out and in again changes nothing', { timeout: 120_000 }, async () => {
    const entries = fc.record({ name: texts, more: texts, list, tick: fc.boolean(), number: fc.double({ min: -90, max: 90, noNaN: true }) })
    await fc.assert(
      fc.asyncProperty(entries, async ({ name, more, list, tick, number }) => {
        const [alternativeNames, n] = [list, made + 1]
        const funder = await add('organisations', { name, kind: 'funder', acronym: more.fr.slice(0, 40), alternativeNames })
        const topic = await add('topics', { name, alternativeNames })
        await add('topics', { name, within: topic })
        await add('people', { name, role: more, organisation: funder, isPublic: tick, alternativeNames })
        await add('sections', { name, position: Math.round(number), needsSecondPair: tick })
        await add('places', { slug: `city/MD/city-${n}`, kind: 'city', within: 'MD', name, latitude: number, longitude: -number })
        const rows = list.map((text, position) => ({ organisation: funder, grantReference: text, share: position === 0 ? 12.5 : null }))
        const partners = [{ organisation: funder, role: more.ar }]
        const objectives = { en: list, fr: list.slice(1) }
        await add('projects', {
          title: name,
          description: more,
          objectives,
          status: 'planned',
          funders: rows,
          partners,
          topics: [topic],
          places: ['MD'],
        })
      }),
      { numRuns: 25 },
    )
    for (const register of registerNames) {
      const found = await plan(register, await out(register))
      expect([register, found.added, found.changed, found.refused]).toEqual([register, [], [], []])
      expect(found.unchanged).toBe((await readEntries(newsroom.db.writer, registers[register])).length)
    }
  })

  test('no cell that goes out is a formula', async () => {
    await add('people', { name: { en: '=HYPERLINK("https://evil.example","Ana")', fr: '+373', ar: "'=1" }, alternativeNames: ['@SUM(A1)'] })
    const csv = await out('people')
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"",""Ana"")"`)
    expect(csv).toContain(`"'+373"`)
    expect(csv).toContain(`''=1`)
    expect(csv).toContain(`'@SUM(A1)`)
    const cells = readCsv(csv).flatMap((record) => record.cells)
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
  })

  test('a topic may lie in one that comes later in the table, and in none that is refused', async () => {
    const done = await bringIn('topics', [
      ['slug', 'name:en', 'within'],
      ['low', 'Low', 'high'],
      ['high', 'High', ''],
      ['lost', 'Lost', 'refused'],
      ['refused', '', ''],
      ['ring', 'Ring', 'chain'],
      ['chain', 'Chain', 'ring'],
      ['high', 'High again', ''],
    ])
    expect(done.added.map(({ entry }) => entry.slug)).toEqual(['low', 'high'])
    expect(done.refused.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([4, 5, 6, 7, 8])
    const topics = await readEntries(newsroom.db.writer, registers.topics)
    const of = (slug: string) => topics.find(({ entry }) => entry.slug === slug)
    expect(of('low')?.entry['within']).toBe(of('high')?.id)
  })

  test('a column that is there twice is found among as many as a table has', async () => {
    const header = ['slug', ...Array.from({ length: 100 }, (_, n) => `name:x-${n}`), 'slug'].join(',')
    await expect(plan('topics', `${header}\na`)).rejects.toMatchObject({ code: 'column-twice' })
  })

  test('columns that are left out stay as they are, and former and merged names are refused with what to write', async () => {
    const funder = await add('organisations', { slug: 'kestrel', name: { en: 'Kestrel' }, kind: 'funder', site: 'https://kestrel.example' })
    const other = await add('organisations', { slug: 'falcon', name: { en: 'Falcon' }, kind: 'funder' })
    await moveEntry(newsroom, chief, { register: 'organisations', id: funder, slug: 'kestrel-trust' })
    await mergeEntries(newsroom, chief, { register: 'organisations', entry: other, into: funder })
    const done = await bringIn('organisations', [
      ['name:fr', 'slug'],
      ['Le Kestrel', 'kestrel-trust'],
      ['Le Kestrel', 'kestrel'],
      ['Le Faucon', 'falcon'],
    ])
    expect(done.changed.map(({ entry }) => entry)).toMatchObject([
      { name: { en: 'Kestrel', fr: 'Le Kestrel' }, site: 'https://kestrel.example' },
    ])
    expect(done.refused.map(({ reason }) => reason)).toEqual([
      '“kestrel” is called “kestrel-trust” now. Write that instead.',
      '“falcon” was merged into another entry. Name that one, or leave the row out.',
    ])
  })

  test('a row that is left out says of each cell what is wrong with it and what to write, in words of ours', async () => {
    const long = 'x'.repeat(600)
    const wrong: Partial<Record<RegisterName, string[][]>> = {
      projects: [
        ['slug', 'title:en', 'status', 'starts', 'ends', 'funders', 'funders:share', 'acronym', 'alternativeNames'],
        ['A pier!', '', 'open', '3 May', '', '', '', '', ''],
        ['pier', long, 'running', '2026-05-03', '2026-05-01', '', '', long, long],
        ['quay', 'Quay', 'running', '', '', 'nobody', '1|2', long, ''],
        ['lock', 'Lock', '', '', '', '', '', '', Array.from({ length: 101 }, (_, n) => n).join('|')],
      ],
      organisations: [
        ['slug', 'name:en', 'kind', 'site', 'rorIdentifier'],
        ['osier', 'Osier', 'NGO', 'www.osier.example', 'osier'],
      ],
      sections: [
        ['slug', 'name:en', 'position', 'needsSecondPair'],
        ['news', 'News', '1.5', 'no'],
        ['views', 'Views', '20000', 'no'],
        ['more', 'More', 'first', 'perhaps'],
      ],
      places: [
        ['code', 'kind', 'within', 'name:en', 'latitude', 'longitude'],
        ['mm', 'city', 'RO', '', '95', ''],
      ],
    }
    const said: string[] = []
    for (const register of registerNames) {
      const { added, refused } = await plan(register, writeCsv(wrong[register] ?? [[registers[register].key === 'code' ? 'code' : 'slug']]))
      expect([register, added]).toEqual([register, []])
      said.push(...refused.flatMap(({ line, why }) => why.map(({ message }) => `${register} ${line}: ${message}`)))
    }
    expect(said.map((one) => one.replace('x'.repeat(60), 'xx'))).toEqual([
      'sections 2: Column “position”: “1.5” is no whole number. Write it without a fraction.',
      'sections 3: Column “position”: “20000” is not between -10000 and 10000. Write a number between them.',
      'sections 4: Column “position”: “first” is no number. Write digits: 48.2.',
      'sections 4: Column “needsSecondPair”: “perhaps” is neither yes nor no. Write one of the two.',
      'projects 2: Column “slug”: “A pier!” is no address. Write letters and digits, with hyphens between words: two-banks.',
      'projects 2: Column “title:en” is empty. Write what belongs there.',
      'projects 2: Column “starts”: “3 May” is no day. Write year, month and day: 2026-05-03.',
      'projects 2: Column “status”: “open” cannot be chosen. Write one of planned, running, closed.',
      'projects 3: Column “acronym”: “xx…” is longer than 40 characters. Shorten it.',
      'projects 3: Column “title:en”: “xx…” is longer than 500 characters. Shorten it.',
      'projects 3: Column “alternativeNames”: “xx…” is longer than 200 characters. Shorten it.',
      'projects 3: Column “ends”: “2026-05-01” is before the first day. Mend one of the two.',
      'projects 4: Column “funders”: there is no “nobody” among the organisations. Write the address of one that is there, or add it first.',
      'projects 4: Column “acronym”: “xx…” is longer than 40 characters. Shorten it.',
      'projects 5: Column “status” is empty. Write one of planned, running, closed.',
      'projects 5: Column “alternativeNames” holds more than 100 things. Take some out.',
      'organisations 2: Column “kind”: “NGO” cannot be chosen. Write one of funder, government, igo, ngo, academia, private.',
      'organisations 2: Column “site”: “www.osier.example” is no address of a website. Write it whole: https://example.org.',
      'organisations 2: Column “rorIdentifier”: “osier” is no ROR identifier. Write it as in 03yrm5c26.',
      'places 2: Column “latitude”: “95” is not between -90 and 90. Write a number between them.',
      'places 2: Column “code”: “mm” is no code of a place. Write MD for a country, 150 or WB6 for a region, city/MD/balti for a city.',
      'places 2: Column “name:en” is empty. Write what belongs there.',
      'places 2: Column “within”: a city lies within the country of its code. Write that country.',
      'places 2: Column “longitude”: latitude and longitude stand together. Write both, or neither.',
    ])
  })

  test.each([
    ['', 'needs a column “slug” (the address)'],
    ['name:en\r\nA', 'needs a column “slug”'],
    ['slug,colour\r\na,b', 'The column “colour” is not known'],
    ['slug,name:en,name:en\r\na,b,c', 'is there twice'],
    ['slug,name:en\r\na,"b', 'Line 2'],
    ['slug,name:__proto__\r\na,b', 'The column “name:__proto__” is not known'],
    [`slug,name:en\r\n${'a,b\r\n'.repeat(5001)}`, 'more than 5,000 rows'],
    [`slug,name:en\r\na,${'b'.repeat(2 * 1024 * 1024)}`, 'larger than 2 MB'],
  ])('a table that cannot be read is refused whole: %#', async (csv, why) => {
    const refused = await plan('topics', csv).then(
      ({ refused }) => refused.map(({ reason }) => reason).join(),
      (error: Error) => error.message,
    )
    expect(refused).toContain(why)
  })

  test('each may do with each register what the policy says, and nobody more', { timeout: 60_000 }, async () => {
    const wrong: string[] = []
    const nothing = '01900000-0000-7000-8000-000000000000'
    for (const role of roles) {
      const by: Member = { ...(role === 'contributor' ? ana : olga), role }
      for (const register of registerNames) {
        const which = { register, id: register === 'places' ? 'XX' : nothing }
        const acts: Record<string, () => Promise<unknown>> = {
          addEntry: () => addEntry(newsroom, by, { register, entry: {} }),
          changeEntry: () => changeEntry(newsroom, by, { ...which, madeFrom: 1, entry: {} }),
          archiveEntry: () => archiveEntry(newsroom, by, which),
          bringBackEntry: () => bringBackEntry(newsroom, by, which),
          moveEntry: () => moveEntry(newsroom, by, { ...which, slug: 'x' }),
          mergeEntries: () => mergeEntries(newsroom, by, { register, entry: which.id, into: which.id }),
          undoMerge: () => undoMerge(newsroom, by, { register, entry: which.id }),
          importEntries: () => importEntries(newsroom, by, { register, csv: '', agreed: '' }),
        }
        for (const [act, may] of Object.entries(registerPolicy)) {
          if (act === 'readRegister') continue
          const was = await acts[act]?.().then(
            () => true,
            (error: { code?: string }) => error.code !== 'not-allowed',
          )
          if (was !== may(by, register)) wrong.push(`${role}: ${act} of ${register} was ${was ? 'allowed' : 'refused'}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(registerPolicy.addEntry({ ...edit, role: 'editor' }, 'people')).toBe(true)
    expect(registerPolicy.addEntry({ ...edit, role: 'editor' }, 'projects')).toBe(false)
  })
})
