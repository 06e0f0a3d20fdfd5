import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'

import { listEditions } from '../desk-lists/list-editions.ts'
import { readOverview } from '../desk-lists/read-overview.ts'
import { findAddress } from '../live/find-address.ts'
import { findNotices } from '../notices/find-notices.ts'
import { clearStory } from '../review/clear-story.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { callOffRelease } from './call-off-release.ts'
import { changeSlug } from './change-slug.ts'
import { readEdition } from './edition-store.ts'
import { fileEdition, fileStory } from './file-story.ts'
import { planRelease } from './plan-release.ts'
import { correctStory, releaseStory } from './release-story.ts'
import { saveRevision } from './save-revision.ts'
import type { RevisionContent } from './story.ts'
import { withdrawStory } from './withdraw-story.ts'

const [ana, ben] = [someone('Ana', 'contributor'), someone('Ben', 'editor')]
const hour = 3_600_000

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let story: string
  let edition: string
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    await admit(newsroom, ana, ben)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.advance(100 * hour)
    made += 1
    ;({ story, edition } = await fileStory(newsroom, ana, { language: 'en', content: saying() }))
  })

  const saying = (over: Partial<RevisionContent> = {}): RevisionContent => ferry({ slug: `ferry-${made}`, headline: 'Ferry one', ...over })
  const inHours = (hours: number): Date => new Date(newsroom.clock.now().getTime() + hours * hour)
  const release = (more: { at?: Date; until?: Date; revision?: number; isEmbargoed?: boolean } = {}): Promise<string> =>
    releaseStory(newsroom, ben, { edition, ...more })
  const held = () => readEdition(newsroom.db.writer, edition)
  const save = async (over: Partial<RevisionContent>): Promise<number> =>
    saveRevision(newsroom, ana, { edition, madeFrom: (await held()).revision, content: saying(over) })
  /** What readers find at the story's address: its headline, or the kind of answer. */
  async function seen(slug = `ferry-${made}`): Promise<string> {
    const found = await findAddress(await reading(newsroom), `/news/${slug}`, { slug, language: 'en' })
    if (found.kind !== 'lives') return found.kind
    const row = await newsroom.db.site
      .selectFrom('live.edition')
      .select('headline')
      .where('release_id', '=', found.release)
      .executeTakeFirstOrThrow()
    return row.headline
  }
  const notes = async (): Promise<unknown[]> => {
    const rows = await newsroom.db.site.selectFrom('live.edition').select('corrections').where('edition_id', '=', edition).execute()
    return rows.map(({ corrections }) => corrections)
  }

  test('a story goes out at its second and ends at its second, and no sooner', async () => {
    await release({ at: inHours(2), until: inHours(5) })
    expect(await held()).toMatchObject({ state: 'scheduled' })
    for (const [hours, headline] of [
      [1.99, 'unknown'],
      [0.02, 'Ferry one'],
      [2.98, 'Ferry one'],
    ] as const) {
      newsroom.clock.advance(Math.round(hours * hour))
      expect(await seen()).toBe(headline)
    }
    newsroom.clock.advance(hour)
    expect(await seen()).toBe('ended')
  })

  test('an end that lies before the beginning is refused', async () => {
    await expect(release({ at: inHours(2), until: inHours(2) })).rejects.toMatchObject({ code: 'ends-before' })
    await expect(release({ until: newsroom.clock.now() })).rejects.toMatchObject({ code: 'ends-before' })
  })

  test('the draft that waits on a live story is never before readers', async () => {
    await release()
    await save({ headline: 'Draft two' })
    expect(await held()).toMatchObject({ state: 'draft', shown: 1 })
    expect(await seen()).toBe('Ferry one')
    await sendForReview(newsroom, ana, { edition })
    await clearStory(newsroom, ben, { edition, revision: 2 })
    expect(await seen()).toBe('Ferry one')
    await release({ at: inHours(1) })
    expect(await seen()).toBe('Ferry one')
    newsroom.clock.advance(hour)
    expect(await seen()).toBe('Draft two')
  })

  test('a successor that is scheduled does not lengthen what ends before it', async () => {
    await release({ until: inHours(1) })
    await release({ at: inHours(3) })
    newsroom.clock.advance(2 * hour)
    expect(await seen()).toBe('ended')
    newsroom.clock.advance(hour)
    expect(await seen()).toBe('Ferry one')
  })

  test('a successor put off leaves what is shown until the new second', async () => {
    await release({ until: inHours(9) })
    await save({ headline: 'Ferry two' })
    await release({ at: inHours(1) })
    await release({ at: inHours(3) })
    newsroom.clock.advance(2 * hour)
    expect(await seen()).toBe('Ferry one')
    newsroom.clock.advance(hour)
    expect(await seen()).toBe('Ferry two')
  })

  test('called off, what is shown stays until its own end, and stands as released', async () => {
    await release({ until: inHours(4) })
    await release({ at: inHours(1) })
    await callOffRelease(newsroom, ben, { edition })
    expect(await held()).toMatchObject({ state: 'released', shown: 1, shownUntil: inHours(4) })
    newsroom.clock.advance(3 * hour)
    expect(await seen()).toBe('Ferry one')
    newsroom.clock.advance(hour)
    expect(await seen()).toBe('ended')
  })

  test('called off before it was ever public, it is cleared still, and its address is free', async () => {
    await clearStory(newsroom, ben, { edition, revision: 1 })
    await release({ at: inHours(1) })
    await callOffRelease(newsroom, ben, { edition })
    expect(await held()).toMatchObject({ state: 'cleared', shown: null })
    newsroom.clock.advance(2 * hour)
    expect(await seen()).toBe('unknown')
    await expect(callOffRelease(newsroom, ben, { edition })).rejects.toMatchObject({ code: 'not-scheduled' })
    const other = await fileStory(newsroom, ana, { language: 'en', content: saying({ headline: 'Another' }) })
    await releaseStory(newsroom, ben, { edition: other.edition })
    expect(await seen()).toBe('Another')
  })

  test('what was withdrawn and is scheduled again is withdrawn still when that is called off; what was cleared since is cleared', async () => {
    const putOff = async () => {
      await release({ at: inHours(1) })
      await callOffRelease(newsroom, ben, { edition })
      return (await held()).state
    }
    await clearStory(newsroom, ben, { edition, revision: 1 })
    await release()
    await withdrawStory(newsroom, ben, { edition, reason: 'It was another ferry.' })
    expect(await putOff()).toBe('withdrawn')
    await save({ summary: 'This ferry.' })
    expect(await putOff()).toBe('draft')
    await clearStory(newsroom, ben, { edition, revision: 2 })
    expect(await putOff()).toBe('cleared')
    expect(await seen()).toBe('gone')
  })

  test('a correction is told to readers from its second on, a minor change is not', async () => {
    await release()
    await save({ headline: 'Ferry two' })
    await release()
    expect(await notes()).toEqual([[]])
    await save({ headline: 'Ferry three' })
    const at = inHours(1)
    await correctStory(newsroom, ben, { edition, correction: ' It was forty. ', at })
    expect(await seen()).toBe('Ferry two')
    newsroom.clock.set(at)
    expect(await seen()).toBe('Ferry three')
    expect((await notes()).at(-1)).toEqual([{ at: at.toISOString(), note: 'It was forty.' }])
  })

  test('withdrawn, it is gone with its reason, and what was scheduled for it never comes', async () => {
    await release()
    await save({ headline: 'Ferry two' })
    await release({ at: inHours(1) })
    await withdrawStory(newsroom, ben, { edition, reason: 'The figures were wrong.' })
    newsroom.clock.advance(2 * hour)
    expect(await seen()).toBe('gone')
    const standing = await newsroom.db.writer
      .selectFrom('newsroom.release')
      .select('kind')
      .where('edition_id', '=', edition)
      .where('called_off_at', 'is', null)
      .orderBy('id')
      .execute()
    expect(standing.map(({ kind }) => kind)).toEqual(['first', 'withdrawal'])
  })

  test('a new address keeps moment, end and embargo of what is scheduled', async () => {
    await release({ at: inHours(2), until: inHours(4), isEmbargoed: true })
    await changeSlug(newsroom, ben, { edition, slug: `moved-${made}` })
    const row = await newsroom.db.writer
      .selectFrom('newsroom.release')
      .select(['from_at', 'until_at', 'is_embargoed'])
      .where('edition_id', '=', edition)
      .where('called_off_at', 'is', null)
      .execute()
    expect(row).toEqual([{ from_at: inHours(2), until_at: inHours(4), is_embargoed: true }])
    newsroom.clock.advance(3 * hour)
    expect(await seen(`moved-${made}`)).toBe('Ferry one')
    expect(await seen()).toBe('unknown')
  })

  test('a draft that waits keeps its state, its text and its plan when the address changes', async () => {
    await release()
    await save({ headline: 'Draft two' })
    await sendForReview(newsroom, ana, { edition })
    await planRelease(newsroom, ana, { edition, at: inHours(1) })
    await changeSlug(newsroom, ben, { edition, slug: `moved-${made}` })
    expect(await held()).toMatchObject({ state: 'in review', headline: 'Draft two' })
    expect([await seen(), await seen(`moved-${made}`)]).toEqual(['moved', 'Ferry one'])
    newsroom.clock.advance(2 * hour)
    const { overdue } = await readOverview(newsroom.db.writer, ben, newsroom.clock.now())
    expect(overdue.map((line) => line.edition)).toEqual([edition])
    await release()
    expect((await readOverview(newsroom.db.writer, ben, newsroom.clock.now())).overdue).toEqual([])
  })

  test('what was planned and is not with readers is loud from its second on, until it is scheduled or the wish is taken back', async () => {
    const overdue = async () => (await readOverview(newsroom.db.writer, ana, newsroom.clock.now())).overdue.map((line) => line.edition)
    await planRelease(newsroom, ana, { edition, at: inHours(1) })
    expect(await overdue()).toEqual([])
    newsroom.clock.advance(hour)
    expect(await overdue()).toEqual([edition])
    await release({ at: inHours(1) })
    expect(await overdue()).toEqual([])
    await planRelease(newsroom, ana, { edition, at: newsroom.clock.now() })
    await planRelease(newsroom, ana, { edition, at: null })
    expect(await overdue()).toEqual([])
  })

  test('a scheduled story is listed as scheduled before its second and as released after it', async () => {
    const listed = async (state: 'scheduled' | 'released') => {
      const { lines } = await listEditions(newsroom.db.writer, ben, { state }, newsroom.clock.now())
      return lines.filter((line) => line.edition === edition).map((line) => line.state)
    }
    await release({ at: inHours(1) })
    expect([await listed('scheduled'), await listed('released')]).toEqual([['scheduled'], []])
    newsroom.clock.advance(hour)
    expect([await listed('scheduled'), await listed('released')]).toEqual([[], ['released']])
  })

  test('an editor releases no revision of a section or project that is not given to her', async () => {
    const eva = someone('Eva', 'editor', { sections: [places.free] })
    await save({ section: places.free })
    await expect(releaseStory(newsroom, eva, { edition, revision: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
    await releaseStory(newsroom, eva, { edition })
  })

  test('an edition in one more language is filed by whom the story is given to, once', async () => {
    const cem = someone('Cem', 'contributor', { projects: [places.ours] })
    const french = { story, language: 'fr', content: saying({ projects: [places.ours] }) }
    await expect(fileEdition(newsroom, cem, french)).rejects.toMatchObject({ code: 'not-allowed' })
    await save({ projects: [places.ours] })
    await fileEdition(newsroom, cem, french)
    await expect(fileEdition(newsroom, cem, french)).rejects.toMatchObject({ code: 'edition-exists' })
    await expect(fileEdition(newsroom, ana, { ...french, story: edition })).rejects.toMatchObject({ code: 'no-such-story' })
    const arabic = Array.from({ length: 4 }, () => fileEdition(newsroom, ana, { ...french, language: 'ar' }))
    const ended = await Promise.allSettled(arabic)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))).toEqual(Array(3).fill('edition-exists'))
  })

  test('its author is told what readers will have and have, and nothing that is true no more', async () => {
    const kinds = async () =>
      (await findNotices(newsroom.db.writer, ana))
        .filter((notice) => notice.edition === edition)
        .map(({ kind, words }) => `${kind}: ${words}`)
    await release({ at: new Date('2036-06-01T07:00:00Z'), isEmbargoed: true })
    expect(await kinds()).toEqual(['under embargo: 2036-06-01 10:00 (Europe/Chisinau)'])
    await release({ at: new Date('2036-06-02T07:00:00Z') })
    expect(await kinds()).toEqual(['scheduled: 2036-06-02 10:00 (Europe/Chisinau)'])
    await callOffRelease(newsroom, ben, { edition })
    expect(await kinds()).toEqual(['called off: '])
    await release()
    await correctStory(newsroom, ben, { edition, correction: 'Forty lorries, not fourteen.' })
    await release()
    expect((await kinds()).toSorted()).toEqual(['called off: ', 'corrected: Forty lorries, not fourteen.', 'released: Ferry one'])
    await withdrawStory(newsroom, ben, { edition, reason: 'The gauge was broken.' })
    expect((await kinds()).toSorted()).toEqual(['called off: ', 'withdrawn: The gauge was broken.'])
  })

  test('its author is told when it is out', async () => {
    await release()
    const told = await findNotices(newsroom.db.writer, ana)
    expect(told.find((notice) => notice.edition === edition)).toMatchObject({ kind: 'released', by: 'Ben', words: 'Ferry one' })
  })
})
