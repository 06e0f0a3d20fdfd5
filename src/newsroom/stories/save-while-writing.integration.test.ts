import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

import type { Member } from '../members/member.ts'
import { readWriting } from './read-writing.ts'
import { saveRevision } from './save-revision.ts'
import { takePen } from './take-pen.ts'

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let edition: string

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.set(new Date('2026-05-05T09:00:00Z'))
    edition = (await draft(newsroom)).edition
  })

  type Sent = { madeFrom: number; headline: string; order: number; tab?: string; by?: Member }
  const send = ({ madeFrom, headline, order, tab = 'ana-1', by = ana }: Sent) =>
    saveRevision(newsroom, by, { edition, madeFrom, content: ferry({ headline, slug: 'ferry' }), isAutosave: true, tab, order })
  const headline = async () => (await readWriting(newsroom.db.writer, edition)).content.headline

  test('a tab whose answer was lost goes on from its own save', async () => {
    expect(await send({ madeFrom: 1, headline: 'The ferry', order: 100 })).toBe(2)
    expect(await send({ madeFrom: 1, headline: 'The ferry sails', order: 200 })).toBe(3)
    expect(await headline()).toBe('The ferry sails')
  })

  test('a save that comes in after a later one of its tab overwrites nothing', async () => {
    await send({ madeFrom: 1, headline: 'The ferry sails', order: 200 })
    await expect(send({ madeFrom: 1, headline: 'The ferry', order: 100 })).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await headline()).toBe('The ferry sails')
  })

  test('a tab does not go on from what was saved elsewhere, by others or by the same person', async () => {
    await send({ madeFrom: 1, headline: 'The ferry', order: 100 })
    newsroom.clock.set(new Date('2026-05-05T09:05:00Z'))
    await send({ madeFrom: 2, headline: 'The boat', order: 50, by: edit, tab: 'edit-1' })
    newsroom.clock.set(new Date('2026-05-05T09:10:00Z'))
    await expect(send({ madeFrom: 1, headline: 'The ferry sails', order: 300 })).rejects.toMatchObject({ code: 'stale-revision' })
    await send({ madeFrom: 3, headline: 'The barge', order: 400, tab: 'ana-2' })
    newsroom.clock.set(new Date('2026-05-05T09:15:00Z'))
    await expect(send({ madeFrom: 3, headline: 'The ferry sails', order: 500 })).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await headline()).toBe('The barge')
  })

  test('a save that had arrived is answered as saved, though another has taken the pen since', async () => {
    await send({ madeFrom: 1, headline: 'The ferry', order: 100 })
    await takePen(newsroom, edit, { edition, tab: 'edit-1', takeOver: true })
    expect(await send({ madeFrom: 1, headline: 'The ferry', order: 200 })).toBe(2)
    await expect(send({ madeFrom: 2, headline: 'The ferry sails', order: 300 })).rejects.toMatchObject({ code: 'pen-elsewhere' })
  })

  test('whoever cannot reach the pen may have it when its lease has run out', async () => {
    await send({ madeFrom: 1, headline: 'The ferry', order: 100 })
    await expect(takePen(newsroom, edit, { edition, tab: 'edit-1' })).rejects.toMatchObject({ code: 'pen-elsewhere' })
    newsroom.clock.set(new Date('2026-05-05T09:01:31Z'))
    expect(await takePen(newsroom, edit, { edition, tab: 'edit-1' })).toBe(2)
  })
})
