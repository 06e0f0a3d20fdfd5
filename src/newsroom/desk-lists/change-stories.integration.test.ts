import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { uuid7 } from '#lib/uuid7.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { operator } from '../members/member.ts'
import { clearStory } from '../review/clear-story.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { takePen } from '../stories/take-pen.ts'
import { fileTopic } from '../topics/file-topic.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { changeStories } from './change-stories.ts'
import { readChange } from './read-change.ts'
import type { StoryChange } from './story-change.ts'
import { undoChange } from './undo-change.ts'

const eva = someone('Eva', 'editor')
const boris = someone('Boris', 'chief editor')
const ana = someone('Ana', 'contributor')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>
  let topic = ''
  let filed = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    topic = await fileTopic(newsroom, { slug: 'rivers', name: { en: 'Rivers' } })
    await admit(newsroom, eva, boris, ana)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  async function file(over: Parameters<typeof ferry>[0] = {}, by = ana): Promise<string> {
    filed += 1
    newsroom.clock.advance(1000)
    return (await fileStory(newsroom, by, { language: 'en', content: ferry({ slug: `bulk-${filed}`, ...over }) })).edition
  }

  /** Where stories stand, by the words that make them so. */
  const standings = {
    draft: async () => file(),
    'in review': async () => {
      const edition = await file()
      await sendForReview(newsroom, ana, { edition })
      return edition
    },
    cleared: async () => {
      const edition = await standings['in review']()
      await clearStory(newsroom, boris, { edition, revision: 1 })
      return edition
    },
    scheduled: async () => {
      const edition = await file({ section: places.free })
      await releaseStory(newsroom, boris, { edition, at: new Date(newsroom.clock.now().getTime() + 9_000_000_000) })
      return edition
    },
    released: async () => {
      const edition = await file({ section: places.free, projects: [places.ours] })
      await releaseStory(newsroom, boris, { edition })
      return edition
    },
    'released by two': async () => {
      const edition = await file({ section: places.strict })
      await sendForReview(newsroom, ana, { edition })
      await clearStory(newsroom, boris, { edition, revision: 1 })
      await releaseStory(newsroom, boris, { edition })
      return edition
    },
    'a draft waits': async () => {
      const edition = await standings.released()
      await saveRevision(newsroom, boris, {
        edition,
        madeFrom: 1,
        content: ferry({ slug: `bulk-${filed}`, summary: 'It sails, and how.' }),
      })
      return edition
    },
    withdrawn: async () => {
      const edition = await standings.released()
      await withdrawStory(newsroom, boris, { edition, reason: 'It was wrong.' })
      return edition
    },
  }

  const change = async (editions: string[], what: StoryChange, by = eva): Promise<string> =>
    changeStories(newsroom, by, { id: uuid7(newsroom.clock.now()), editions, change: what })
  const outcomesOf = async (id: string, by = eva) =>
    Object.fromEntries((await readChange(newsroom.db.writer, by, id, newsroom.clock.now())).items.map((item) => [item.edition, item]))
  const seen = async (edition: string) =>
    newsroom.db.writer
      .selectFrom('live.edition')
      .select(['headline', 'summary', 'body', 'section_id', 'project_ids', 'topic_ids', 'place_codes', 'published_at', 'modified_at'])
      .select(['slug', 'visible_from', 'visible_until', 'corrections'])
      .where('edition_id', '=', edition)
      .orderBy('visible_from')
      .execute()

  async function everythingOf(edition: string) {
    const held = await readEdition(newsroom.db.writer, edition)
    const on = (revision: number | null) => (revision === null ? null : revision === held.revision ? 'latest' : 'earlier')
    const rivers = await newsroom.db.writer
      .selectFrom('live.river')
      .innerJoin('live.edition', 'live.edition.release_id', 'live.river.release_id')
      .select('live.river.facet')
      .where('live.edition.edition_id', '=', edition)
      .orderBy('live.river.facet')
      .execute()
    return {
      content: await readRevision(newsroom.db.writer, edition, held.revision),
      state: held.state,
      stands: { cleared: on(held.cleared), seconded: on(held.seconded), shown: on(held.shown) },
      seen: (await seen(edition)).map(({ visible_from, ...row }) => ({ ...row, isLater: visible_from > newsroom.clock.now() })),
      rivers,
    }
  }

  test(
    'after a change of many and its undoing every story says what it said, stands where it stood, and is seen as it was',
    { timeout: 240_000 },
    async () => {
      const { strict, free, ours, theirs } = places
      const changes = fc.constantFrom<StoryChange>(
        { kind: 'section', section: strict },
        { kind: 'section', section: free },
        { kind: 'section', section: null },
        { kind: 'add project', project: theirs },
        { kind: 'remove project', project: ours },
        { kind: 'add topic', topic },
      )
      const names = fc.constantFrom(...Object.keys(standings).filter((name): name is keyof typeof standings => name in standings))
      const members = fc.constantFrom(eva, boris, { ...eva, projects: [ours] }, ana)
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
          fc.array(changes, { minLength: 1, maxLength: 2 }),
          members,
          async (stand, done, by) => {
            const editions: string[] = []
            for (const name of stand) editions.push(await standings[name]())
            const before = await Promise.all(editions.map(everythingOf))
            const made: string[] = []
            for (const what of done) {
              newsroom.clock.advance(60_000)
              made.push(await change(editions, what, by).catch(() => ''))
            }
            newsroom.clock.advance(60_000)
            // Given to one project only, a member may lose a story by taking it out of there; the chief editor undoes everything.
            for (const id of made.toReversed()) if (id) await undoChange(newsroom, boris, { change: id })
            expect(await Promise.all(editions.map(everythingOf))).toEqual(before)
          },
        ),
        { numRuns: 12 },
      )
    },
  )

  test('readers have a changed section at once; what was cleared stays cleared; and nobody is told', async () => {
    const [out, cleared, draft] = [await standings.released(), await standings.cleared(), await standings.draft()]
    const [published] = await seen(out)
    const notices = async () => (await newsroom.db.writer.selectFrom('newsroom.notice').select('id').execute()).length
    const told = await notices()
    newsroom.clock.advance(60_000)
    const id = await change([out, cleared, draft], { kind: 'add topic', topic })
    const items = await outcomesOf(id)
    expect([out, cleared, draft].map((edition) => items[edition]?.outcome)).toEqual(['released', 'saved', 'saved'])
    const [shown] = await seen(out)
    expect(shown).toMatchObject({ topic_ids: [topic], published_at: published?.published_at, modified_at: null })
    expect(await readEdition(newsroom.db.writer, cleared)).toMatchObject({ state: 'cleared', cleared: 2, revision: 2 })
    expect(await notices()).toBe(told)
  })

  test('what is only scheduled is changed, and readers do not have it', async () => {
    const editions = [await standings.scheduled(), await standings.released()]
    const id = await change(editions, { kind: 'add topic', topic })
    const items = await outcomesOf(id)
    expect(editions.map((edition) => items[edition])).toMatchObject([
      { outcome: 'saved', reason: 'scheduled' },
      { outcome: 'released', reason: null },
    ])
    await undoChange(newsroom, eva, { change: id })
    expect((await readEdition(newsroom.db.writer, editions[0] ?? '')).state).toBe('scheduled')
  })

  test('whoever moves a story writes none of it: an editor still clears what she moved', async () => {
    const edition = await file({ section: places.free })
    await change([edition], { kind: 'section', section: places.strict })
    await sendForReview(newsroom, ana, { edition })
    await clearStory(newsroom, eva, { edition, revision: 2 })
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ state: 'cleared', seconded: 2 })
  })

  test('into a section that wants a second person a story goes as a draft, if no second person has read it', async () => {
    const [alone, seconded] = [await standings.released(), await standings['released by two']()]
    const id = await change([alone], { kind: 'section', section: places.strict })
    expect((await outcomesOf(id))[alone]).toMatchObject({ outcome: 'draft', reason: 'not-cleared' })
    expect((await seen(alone))[0]).toMatchObject({ section_id: places.free })
    const other = await change([seconded], { kind: 'section', section: places.free })
    expect((await outcomesOf(other))[seconded]).toMatchObject({ outcome: 'released' })
    const back = await change([seconded], { kind: 'section', section: places.strict })
    expect((await outcomesOf(back))[seconded]).toMatchObject({ outcome: 'released' })
  })

  test('what may not be changed is left, with the reason, and the rest is changed', async () => {
    const [foreign, ours] = [await file({ projects: [places.theirs] }), await file({ projects: [places.ours] })]
    const [written, same] = [await file({ projects: [places.ours] }), await file({ projects: [places.ours], topics: [topic] })]
    await takePen(newsroom, boris, { edition: written, tab: 'one' })
    const part = someone('Paula', 'editor', { projects: [places.ours] })
    await admit(newsroom, part)
    const id = await change([foreign, ours, written, same], { kind: 'add topic', topic }, part)
    const items = await outcomesOf(id, part)
    expect(items[foreign]).toMatchObject({ outcome: 'left', reason: 'not-allowed' })
    expect(items[written]).toMatchObject({ outcome: 'left', reason: 'pen-elsewhere' })
    expect([items[ours]?.outcome, items[same]?.outcome]).toEqual(['saved', 'same'])
    await expect(change([ours], { kind: 'add topic', topic }, someone('Olga', 'observer'))).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a change that is sent twice is made once, and with something else in it refused', async () => {
    const edition = await file()
    const id = uuid7(newsroom.clock.now())
    const sent = { id, editions: [edition], change: { kind: 'add topic', topic } as const }
    await Promise.all([changeStories(newsroom, eva, sent), changeStories(newsroom, eva, sent)])
    expect((await readEdition(newsroom.db.writer, edition)).revision).toBe(2)
    const reused = { code: 'change-id-reused' }
    await expect(changeStories(newsroom, eva, { ...sent, change: { kind: 'remove topic', topic } })).rejects.toMatchObject(reused)
    await expect(changeStories(newsroom, boris, sent)).rejects.toMatchObject(reused)
  })

  test('one id and other stories: nothing is done, and it is said; with those that it was of it goes on', async () => {
    const [first, second, other] = [await file(), await file(), await file()]
    const sent = { id: uuid7(newsroom.clock.now()), change: { kind: 'add topic', topic } as const }
    await changeStories(newsroom, eva, { ...sent, editions: [first, second] })
    await expect(changeStories(newsroom, eva, { ...sent, editions: [first, other] })).rejects.toMatchObject({ code: 'change-id-reused' })
    expect((await readEdition(newsroom.db.writer, other)).revision).toBe(1)
    await expect(changeStories(newsroom, eva, { ...sent, editions: [second, uuid7(newsroom.clock.now())] })).resolves.toBe(sent.id)
  })

  test('what was saved since is not undone, and after thirty days nothing is', async () => {
    const [kept, edited] = [await file(), await file()]
    const id = await change([kept, edited], { kind: 'add topic', topic })
    await saveRevision(newsroom, boris, {
      edition: edited,
      madeFrom: 2,
      content: ferry({ slug: `bulk-${filed}`, topics: [topic], summary: 'New.' }),
    })
    await expect(undoChange(newsroom, ana, { change: id })).rejects.toMatchObject({ code: 'not-allowed' })
    await undoChange(newsroom, eva, { change: id })
    const items = await outcomesOf(id)
    expect(items[kept]).toMatchObject({ outcome: 'undone' })
    expect(items[edited]).toMatchObject({ outcome: 'saved', reason: 'saved-since' })
    const late = await change([await file()], { kind: 'add topic', topic })
    newsroom.clock.advance(31 * 86_400_000)
    await expect(undoChange(newsroom, eva, { change: late })).rejects.toMatchObject({ code: 'change-too-old' })
  })

  test('someone is asked about many stories and told once; what was asked is taken back', async () => {
    const editions = [await file(), await file(), await file()]
    const asked = () => newsroom.db.writer.selectFrom('newsroom.assignment').select('id').where('edition_id', 'in', editions).execute()
    const id = await change(editions, { kind: 'assign', member: boris.id, task: 'Find pictures', dueOn: null })
    expect(await asked()).toHaveLength(3)
    const told = await newsroom.db.writer
      .selectFrom('newsroom.notice')
      .select('words')
      .where('member_id', '=', boris.id)
      .where('kind', '=', 'assigned')
      .execute()
    expect(told).toEqual([{ words: 'Find pictures (3)' }])
    await undoChange(newsroom, eva, { change: id })
    expect(await asked()).toHaveLength(0)
  })

  test('each story that is changed leaves a line in the audit log', async () => {
    const edition = await file()
    const id = await change([edition], { kind: 'section', section: places.free }, operator)
    await undoChange(newsroom, operator, { change: id })
    const acts = await newsroom.db.writer
      .selectFrom('newsroom.audit')
      .select('act')
      .where('object_id', '=', edition)
      .orderBy('id')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['fileStory', 'changeStories', 'undoChange'])
  })
})
