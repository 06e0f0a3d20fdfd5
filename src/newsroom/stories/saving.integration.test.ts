import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import { losing } from '#test/lost-connection.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { addComment } from '../comments/add-comment.ts'
import { findNotices } from '../notices/find-notices.ts'
import { leaseSeconds } from '../pens/pen.ts'
import { readPen } from '../pens/pen-store.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { clearStory } from '../review/clear-story.ts'
import { sendBack } from '../review/send-back.ts'
import { sendForReview, takeBack } from '../review/send-for-review.ts'
import { readEdition, readRevision } from './edition-store.ts'
import { fileStory } from './file-story.ts'
import { listRevisions } from './read-writing.ts'
import { releaseStory } from './release-story.ts'
import { nameRevision, restoreRevision } from './restore-revision.ts'
import { saveRevision } from './save-revision.ts'
import { StaleRevision } from './stale-revision.ts'
import type { RevisionContent } from './story.ts'
import { putDownPen, takePen } from './take-pen.ts'
import { withdrawStory } from './withdraw-story.ts'

const [ana, ben] = [someone('Ana', 'contributor'), someone('Ben', 'editor')]
const minute = 60_000

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let edition: string
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, ben)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.advance(60 * minute)
    made += 1
    ;({ edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ slug: `ferry-${made}` }) }))
  })

  const saying = (over: Partial<RevisionContent>): RevisionContent => ferry({ slug: `ferry-${made}`, ...over })
  const save = (by: typeof ana, madeFrom: number, over: Partial<RevisionContent>, more: { isAutosave?: boolean; tab?: string } = {}) =>
    saveRevision(newsroom, by, { edition, madeFrom, content: saying(over), ...more })
  const autosave = async (by: typeof ana, summary: string): Promise<number> => save(by, await latest(), { summary }, { isAutosave: true })
  const latest = async (): Promise<number> => (await readEdition(newsroom.db.writer, edition)).revision
  const numbers = async (): Promise<number[]> => (await listRevisions(newsroom.db.writer, edition)).map(({ number }) => number).toReversed()
  const content = (number: number): Promise<RevisionContent> => readRevision(newsroom.db.writer, edition, number)

  describe('nobody overwrites anybody', () => {
    test('of twelve who save at once from the same revision one wins, and the others hear what changed', async () => {
      const saves = Array.from({ length: 12 }, (_, part) =>
        save(part % 2 ? ana : ben, 1, { summary: `Lorry ${part}.`, headline: 'Ferries' }),
      )
      const ended = await Promise.allSettled(saves)
      expect(ended.filter(({ status }) => status === 'fulfilled')).toEqual([{ status: 'fulfilled', value: 2 }])
      const winner = ended.findIndex(({ status }) => status === 'fulfilled')
      expect((await content(2)).summary).toBe(`Lorry ${winner}.`)
      for (const { reason } of ended.filter((end) => end.status === 'rejected')) {
        expect(reason).toBeInstanceOf(StaleRevision)
        expect(reason).toMatchObject({ latest: 2, changed: ['headline', 'summary'] })
      }
      expect(await numbers()).toEqual([1, 2])
    })

    test('autosaves that race lose nobody’s words either', async () => {
      const ended = await Promise.allSettled(
        Array.from({ length: 8 }, (_, part) => save(ana, 1, { summary: `Lorry ${part}.` }, { isAutosave: true })),
      )
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(ended.filter((end) => end.status === 'rejected' && end.reason instanceof StaleRevision)).toHaveLength(7)
    })

    test('someone who was away is told of every field that changed, though the revision between is squashed', async () => {
      await autosave(ana, 'One.')
      const away = await latest()
      await autosave(ana, 'Two.')
      await expect(save(ben, away, { headline: 'Boats', summary: 'One.' })).rejects.toMatchObject({
        latest: 3,
        changed: ['headline', 'summary'],
      })
      expect((await content(3)).summary).toBe('Two.')
    })

    test('an archive that is lost while it is asked what changed is told as lost, not as a text in which all did', async () => {
      for (const summary of ['One.', 'Two.']) await save(ana, await latest(), { summary })
      const late = { edition, madeFrom: 2, content: saying({ headline: 'Boats' }) }
      await expect(saveRevision(newsroom, ben, late)).rejects.toMatchObject({ latest: 3, changed: ['summary'] })
      await expect(saveRevision(losing(newsroom, '"value":2}'), ben, late)).rejects.toThrow('Connection terminated')
    })

    test('two who change different fields: the second brings hers over, and both are there', async () => {
      await save(ana, 1, { summary: 'Ana’s summary.' })
      const refused = await save(ben, 1, { headline: 'Ben’s headline' }).catch((error: unknown) => error)
      expect(refused).toMatchObject({ latest: 2, changed: ['summary'] })
      await save(ben, 2, { ...(await content(2)), headline: 'Ben’s headline' })
      expect(await content(3)).toMatchObject({ summary: 'Ana’s summary.', headline: 'Ben’s headline' })
    })

    test('what was saved already is not saved again, and its answer is given again', async () => {
      expect(await save(ana, 1, { summary: 'Once.' })).toBe(2)
      expect(await save(ana, 1, { summary: 'Once.' })).toBe(2)
      expect(await numbers()).toEqual([1, 2])
    })

    test('a revision that is none is not found, whatever it is called', async () => {
      for (const revision of [0, -1, 1.5, 9, 2 ** 40, Number.NaN])
        await expect(restoreRevision(newsroom, ana, { edition, revision })).rejects.toMatchObject({ code: 'no-such-revision' })
      await expect(save(ana, Number.NaN, { summary: 'From nowhere.' })).rejects.toBeInstanceOf(StaleRevision)
    })

    test('every field comes back as it was saved', async () => {
      const when = { starts: '2026-05-01', ends: '2026-05-02', place: 'Soroca', isOnline: true }
      const activity = { type: 'workshop', name: 'Piers', organisers: [], partners: [], participants: 40, ...when }
      const full = saying({
        byline: 'Ana Lungu',
        dateline: { place: 'Chișinău', date: '2026-05-05' },
        places: ['MD', 'UA'],
        activity,
        searchTitle: 'Ferry',
        searchDescription: 'A ferry.',
      })
      await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: full })
      expect(await content(2)).toEqual(full)
    })
  })

  describe('one holds the pen', () => {
    const hold = (by: typeof ana, tab: string, takeOver = false) => takePen(newsroom, by, { edition, tab, takeOver })
    const elsewhere = { code: 'pen-elsewhere' }

    test('all see who holds it; nobody else writes until it is put down', async () => {
      await hold(ana, 'one')
      expect(await readPen(newsroom.db.writer, edition)).toMatchObject({ name: 'Ana', tab: 'one' })
      await expect(hold(ben, 'two')).rejects.toMatchObject(elsewhere)
      await expect(save(ben, 1, { summary: 'Ben’s.' }, { tab: 'two' })).rejects.toMatchObject(elsewhere)
      await putDownPen(newsroom, ben, { edition, tab: 'two' })
      await expect(hold(ben, 'two')).rejects.toMatchObject(elsewhere)
      await putDownPen(newsroom, ana, { edition, tab: 'one' })
      await save(ben, 1, { summary: 'Ben’s.' }, { tab: 'two' })
      expect(await readPen(newsroom.db.writer, edition)).toMatchObject({ name: 'Ben' })
    })

    test('a second tab of the same person is somebody else', async () => {
      await hold(ana, 'one')
      await expect(save(ana, 1, { summary: 'Other tab.' }, { tab: 'two' })).rejects.toMatchObject(elsewhere)
      await hold(ana, 'two', true)
      await expect(save(ana, 1, { summary: 'First tab.' }, { tab: 'one' })).rejects.toMatchObject(elsewhere)
      await save(ana, 1, { summary: 'Other tab.' }, { tab: 'two' })
    })

    test('a lease runs out, unless a save or a sign of life renews it', async () => {
      await hold(ana, 'one')
      newsroom.clock.advance((leaseSeconds - 1) * 1000)
      await save(ana, 1, { summary: 'Still here.' }, { tab: 'one' })
      newsroom.clock.advance((leaseSeconds - 1) * 1000)
      await hold(ana, 'one')
      newsroom.clock.advance((leaseSeconds - 1) * 1000)
      await expect(hold(ben, 'two')).rejects.toMatchObject(elsewhere)
      newsroom.clock.advance(1000)
      await hold(ben, 'two')
      expect(await findNotices(newsroom.db.writer, ana)).toEqual([])
    })

    test('whoever it is taken from is told, and what they had not saved is refused whole, not half', async () => {
      await hold(ana, 'one')
      await save(ana, 1, { summary: 'Ana’s.' }, { tab: 'one' })
      await hold(ben, 'two', true)
      expect(await findNotices(newsroom.db.writer, ana)).toMatchObject([{ kind: 'pen taken', by: 'Ben', edition }])
      await expect(save(ana, 2, { summary: 'Ana’s too late.' }, { tab: 'one' })).rejects.toMatchObject(elsewhere)
      expect((await content(await latest())).summary).toBe('Ana’s.')
      // The pen back in hand, a text from before the take-over is stale still.
      await save(ben, 2, { summary: 'Ben’s.' }, { tab: 'two' })
      await hold(ana, 'one', true)
      await expect(save(ana, 2, { summary: 'Ana’s too late.' }, { tab: 'one' })).rejects.toBeInstanceOf(StaleRevision)
    })

    test('of many who reach for a free pen at once one has it', async () => {
      const ended = await Promise.allSettled(Array.from({ length: 8 }, (_, part) => hold(part % 2 ? ana : ben, `tab ${part}`)))
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(ended.filter((end) => end.status === 'rejected' && end.reason.code === 'pen-elsewhere')).toHaveLength(7)
    })
  })

  describe('all revisions are kept, but for autosaves that another took the place of', () => {
    test('a run is squashed to its last; after ten minutes a new one begins', async () => {
      for (let part = 0; part < 4; part += 1) {
        newsroom.clock.advance(3 * minute)
        await autosave(ana, `Part ${part}.`)
      }
      expect(await numbers()).toEqual([1, 5])
      newsroom.clock.advance(3 * minute)
      await autosave(ana, 'Later.')
      expect(await numbers()).toEqual([1, 5, 6])
    })

    test('a run ends with a save by hand and with another member', async () => {
      await autosave(ana, 'One.')
      await save(ana, 2, { summary: 'By hand.' })
      await autosave(ana, 'Two.')
      await autosave(ben, 'Three.')
      await autosave(ana, 'Four.')
      expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6])
    })

    const speaking: [string, () => Promise<unknown>][] = [
      ['named', () => nameRevision(newsroom, ana, { edition, revision: 2, name: 'As agreed' })],
      ['sent', () => sendForReview(newsroom, ana, { edition })],
      ['sent and taken back', () => sendForReview(newsroom, ana, { edition }).then(() => takeBack(newsroom, ana, { edition }))],
      ['sent back', () => sendForReview(newsroom, ana, { edition }).then(() => sendBack(newsroom, ben, { edition, reason: 'Too long.' }))],
      ['cleared', () => clearStory(newsroom, ben, { edition, revision: 2 })],
      ['released', () => releaseStory(newsroom, ben, { edition })],
      ['withdrawn', () => releaseStory(newsroom, ben, { edition }).then(() => withdrawStory(newsroom, ben, { edition, reason: 'Wrong.' }))],
      ['commented on', () => addComment(newsroom, ben, { edition, words: 'Is this so?' })],
      ['linked', () => makePrivateLink(newsroom, ben, { edition, forWhom: 'A donor', days: 3 })],
    ]

    test.each(speaking)('an autosave that is %s is never squashed', async (_, speak) => {
      // The editor's own run: a contributor's text rests while it is read.
      await autosave(ben, 'One.')
      await speak()
      await autosave(ben, 'Two.')
      await autosave(ben, 'Three.')
      expect(await numbers()).toEqual([1, 2, 4])
    })

    test('what an editor saved while reading is kept when the text is taken back from her', async () => {
      await sendForReview(newsroom, ana, { edition })
      await autosave(ben, 'One.')
      await takeBack(newsroom, ana, { edition })
      await autosave(ben, 'Two.')
      expect(await numbers()).toEqual([1, 2, 3])
    })

    test('restoring makes a new revision; what came between stays', async () => {
      await save(ana, 1, { summary: 'Second.' })
      await autosave(ana, 'Third.')
      expect(await restoreRevision(newsroom, ana, { edition, revision: 1 })).toBe(4)
      expect(await content(4)).toEqual(await content(1))
      await autosave(ana, 'Fifth.')
      expect(await numbers()).toEqual([1, 2, 3, 4, 5])
    })

    test('a name is given, changed and taken away; the revision is kept all the same', async () => {
      const name = async (to: string) => {
        await nameRevision(newsroom, ana, { edition, revision: 1, name: to })
        return (await listRevisions(newsroom.db.writer, edition))[0]?.name
      }
      expect([await name('Draft'), await name(' As agreed '), await name(' ')]).toEqual(['Draft', 'As agreed', null])
      expect([await name('As\nagreed \u202enow'), await name('x'.repeat(130)), await name('\u200b')]).toEqual([
        'As agreed now',
        'x'.repeat(120),
        null,
      ])
      await expect(nameRevision(newsroom, ana, { edition, revision: 9, name: 'None' })).rejects.toMatchObject({ code: 'no-such-revision' })
    })
  })
})
