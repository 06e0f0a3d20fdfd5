import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readCsv } from '#lib/csv.ts'
import { recordAct } from '#newsroom/audit/record-act.ts'
import { desk, link } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, newsroomOn } from '#test/newsroom.ts'
import { findOperations } from '#test/operations.ts'

import { en } from '../words/en.ts'

const boss = someone('Beatrice', 'administrator')
const chief = someone('Chloé', 'chief editor')

describe.each(engines)('the audit log, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let edition = ''

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, boss, chief)
    at = await openTestDesk(newsroom, [boss, chief])
    edition = (await draft(newsroom, { headline: 'Two banks' })).edition
    await at.as(boss, link(desk.comments, { edition }), { words: 'Is this so?' })
    await at.as(chief, link(desk.sentBack, { edition }), { reason: 'Too long.' })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const page = async (query: string): Promise<string> => (await at.as(boss, `${desk.audit}?${query}`)).text()

  test('who did what to what stands in it in words, with where it came from', async () => {
    const text = await page('')
    expect(text).toContain('Commented')
    expect(text).toContain('Two banks')
    expect(text).toContain('Beatrice')
    expect(text).toContain('127.0.0.1')
    expect(text).toContain(link(desk.history, { edition }))
  })

  test('it is narrowed by who, what, to what, when and words', async () => {
    expect(await page(`member=${chief.id}`)).toContain('Nothing was done that fits this.')
    expect(await page('act=addComment')).not.toContain('>Filed a story</span>')
    expect(await page('kind=member')).toContain('Nothing was done that fits this.')
    expect(await page(`kind=edition&object=${edition}`)).toContain('What was done to “Two banks”.')
    expect(await page('from=2026-05-06')).toContain('Nothing was done that fits this.')
    expect(await page('from=2026-05-05&until=2026-05-05')).toContain('Two banks')
    expect(await page('text=two+BANKS')).toContain('Two banks')
    expect(await page('text=bank+comm')).toContain('Two banks')
    expect(await page('text=two+rivers')).toContain('Nothing was done that fits this.')
    expect(await page('text=%25')).toContain('Nothing was done that fits this.')
    expect(await page('act=%27&kind=x&member=x&from=x&until=x&before=x')).toContain('Two banks')
  })

  test('an edition’s history leads administrators to what was done with it', async () => {
    const path = link(desk.history, { edition })
    const says = en.audit.ofStory
    expect(await (await at.as(boss, path)).text()).toContain(says)
    expect(await (await at.as(chief, path)).text()).not.toContain(says)
  })

  test('only administrators read it', async () => {
    expect((await at.as(chief, desk.audit)).status).toBe(403)
    expect((await at.as(chief, desk.auditFile)).status).toBe(403)
  })

  test('the table has every line of what was asked, and nothing that a spreadsheet would run', async () => {
    await newsroom.db.transact(async (tx) => {
      for (let n = 0; n < 1203; n += 1)
        await recordAct(tx, boss, { act: 'addEntry', kind: 'topic', id: String(n), name: `=${n}`, at: newsroom.clock.now() })
    })
    const answer = await at.as(boss, `${desk.auditFile}?kind=topic`)
    expect(answer.headers.get('content-disposition')).toContain('audit.csv')
    const [head, ...lines] = readCsv(await answer.text())
    expect(head?.cells[0]).toBe('at')
    expect(lines).toHaveLength(1203)
    expect(new Set(lines.map(({ cells }) => cells[5])).size).toBe(1203)
    expect(lines.every(({ cells }) => cells[6]?.startsWith("'="))).toBe(true)
  })

  test('older acts are a page further, and none is left out or shown twice', async () => {
    const first = await page('kind=topic')
    const older = /href="(\/desk\/audit\?[^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await (await at.as(boss, older)).text()
    const namesOn = (text: string) => [...text.matchAll(/topics\/(\d+)"/g)].map(([, id]) => id)
    expect(namesOn(first)).toHaveLength(100)
    expect(new Set([...namesOn(first), ...namesOn(second)]).size).toBe(200)
  })
})

test('the desk has words for whatever the newsroom records', async () => {
  const unrecorded = ['takePen', 'putDownPen', 'seeNotices']
  const operations = (await findOperations()).map(({ name }) => name)
  expect(operations.filter((name) => !(name in en.audit.acts) && !unrecorded.includes(name))).toEqual([])
})
