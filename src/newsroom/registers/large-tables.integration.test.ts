import { setImmediate } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { writeCsv } from '#lib/csv.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, newsroomOn } from '#test/newsroom.ts'

import type { RegisterName } from '../entries/field.ts'
import type { Member } from '../members/member.ts'
import { importEntries } from './import-entries.ts'
import { planImport } from './plan-import.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

describe.each(engines)('large tables of the registers on %s', (engine) => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const plan = (register: RegisterName, csv: string) => planImport(newsroom.db.writer, register, csv, newsroom.clock.now())

  const wide = (columns: number, rows: number) => {
    const header = ['slug', ...Array.from({ length: columns - 1 }, (_, n) => `name:aa-x${String(n).padStart(4, '0')}`)].join(',')
    return `${header}\n${Array.from({ length: rows }, (_, n) => `wide-${n}${',x'.repeat(columns - 1)}\n`).join('')}`
  }

  test.each([
    [2001, 1],
    [201, 1],
    [60, 4999],
    [150, 1000],
  ])('a table of %i columns and %i rows is refused at once', async (columns, rows) => {
    await expect(plan('topics', wide(columns, rows))).rejects.toMatchObject({ code: 'table-too-wide' })
  })

  test('a table of as many languages as there are newsrooms for is read', async () => {
    expect((await plan('topics', wide(200, 2))).added).toHaveLength(2)
  })

  test('a wide table is read in a moment, others are answered meanwhile, and no more of it is told than anybody reads', async () => {
    const [columns, rows] = [200, 500]
    let turns = 0
    let isRead = false
    const meanwhile = (async () => {
      for (; !isRead; turns += 1) await setImmediate()
    })()
    const begun = performance.now()
    const found = await plan('topics', wide(columns, rows))
    const took = performance.now() - begun
    isRead = true
    await meanwhile
    expect(took).toBeLessThan(8000)
    expect(turns).toBeGreaterThan(rows / 10)
    expect(new Set(found.added.map(({ entry }) => Object.keys(Object(entry['name'])).length))).toEqual(new Set([columns - 1]))
    expect(found.untold).toBeGreaterThan(0)
    expect(found.added.filter(({ cells }) => cells.length === 0)).toHaveLength(found.untold)
    expect(found.added[0]?.cells).toHaveLength(columns)
    expect(JSON.stringify(found.added.map(({ cells }) => cells)).length).toBeLessThan(1_000_000)
  })

  test('a row with more wrong in it than anybody mends at once says the first twenty, and how many more', async () => {
    const names = (length: number) => Array.from({ length: 100 }, () => 'x'.repeat(length)).join('|')
    const rows = [
      ['many', 'Many', names(900)],
      ['huge', 'x'.repeat(20_001), names(10_000)],
    ]
    const begun = performance.now()
    const { refused } = await plan('people', writeCsv([['slug', 'name:en', 'alternativeNames'], ...rows]))
    expect(performance.now() - begun).toBeLessThan(3000)
    const x = `“${'x'.repeat(60)}…” is longer than`
    expect(refused.map(({ why }) => [why.length, why[0]?.message, why.at(-1)?.message])).toEqual([
      [21, `Column “alternativeNames”: ${x} 200 characters. Shorten it.`, 'More is wrong in this row (80 more). Mend these first.'],
      [2, `Column “name:en”: ${x} 20000 characters. Shorten it.`, `Column “alternativeNames”: ${x} 100050 characters. Shorten it.`],
    ])
  })

  test('of a table that is wrong throughout each row tells something, and the first tell all', async () => {
    const names = Array.from({ length: 15 }, () => 'x'.repeat(201)).join('|')
    const rows = Array.from({ length: 400 }, (_, n) => [`person-${n}`, 'Person', names])
    const { refused } = await plan('people', writeCsv([['slug', 'name:en', 'alternativeNames'], ...rows]))
    expect([refused.length, refused[0]?.why.length, refused[399]?.why.map(({ code }) => code)]).toEqual([
      400,
      15,
      ['cell-too-long', 'cells-more'],
    ])
  })

  test('a long chain and many circles are told apart in a moment', async () => {
    const chain = Array.from({ length: 4900 }, (_, n) => [`link-${n}`, 'Link', n === 0 ? '' : `link-${n - 1}`])
    const circles = Array.from({ length: 49 }, (_, n) => [`round-${n}`, 'Round', `round-${n}`])
    const csv = writeCsv([['slug', 'name:en', 'within'], ...chain.toReversed(), ...circles])
    const begun = performance.now()
    const found = await plan('topics', csv)
    expect(performance.now() - begun).toBeLessThan(5000)
    expect([found.added.length, found.refused.flatMap(({ why }) => why.map(({ code }) => code))]).toEqual([
      4900,
      circles.map(() => 'within-itself'),
    ])
  })

  test('five thousand people come in at once', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [`person-${n}`, `Person ${n}`, 'Ferry master'])
    const csv = writeCsv([['slug', 'name:en', 'role:en'], ...rows])
    const found = await plan('people', csv)
    expect(found.added.length).toBe(5000)
    await importEntries(newsroom, chief, { register: 'people', csv, agreed: found.hash })
    expect((await plan('people', csv)).unchanged).toBe(5000)
  })
})
