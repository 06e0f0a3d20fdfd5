import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { isGiven } from '../members/is-given.ts'
import type { Member } from '../members/member.ts'
import { operator, roles } from '../members/member.ts'
import { fileOrganisation } from '../organisations/file-organisation.ts'
import { filePerson } from '../people/file-person.ts'
import { mergeEntries } from '../registers/merge-entries.ts'
import { clearStory } from '../review/clear-story.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { readEdition } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { planRelease } from '../stories/plan-release.ts'
import { releaseStory } from '../stories/release-story.ts'
import { storyPolicy } from '../stories/story-policy.ts'
import { given } from '../members/readable.ts'
import type { ListPlace } from './list-query.ts'
import { linesAPage, listEditions } from './list-editions.ts'
import { readOverview } from './read-overview.ts'

const languages = ['en', 'fr', 'ar']

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>
  let editions: string[] = []
  const ana = someone('Ana', 'contributor')

  // Every mix of section, projects and language once; every other one is Ana's.
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    await admit(newsroom, ana)
    const { strict, free, ours, theirs } = places
    const mixes = [null, strict, free].flatMap((section) =>
      [[], [ours], [theirs], [ours, theirs]].flatMap((projects) => languages.map((language) => ({ section, projects, language }))),
    )
    editions = []
    for (const [part, { section, projects, language }] of mixes.entries()) {
      newsroom.clock.advance(1000)
      const content = ferry({ headline: `Mix ${part}`, slug: `mix-${part}`, section, projects })
      editions.push((await fileStory(newsroom, part % 2 ? ana : operator, { language, content })).edition)
    }
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const members = (): fc.Arbitrary<Member> => {
    const { strict, free, ours, theirs } = places
    const some = (all: string[]) => fc.option(fc.subarray(all), { nil: null })
    return fc.record({
      id: fc.constantFrom(ana.id, '01900000-0000-7000-8000-0000000000ff'),
      name: fc.constant('Someone'),
      role: fc.constantFrom(...roles),
      projects: some([ours, theirs]),
      sections: some([strict, free]),
      languages: some(languages),
    })
  }

  test('the lists hold what the policy lets each member read, and what is given to them is the same in SQL', async () => {
    const held = await Promise.all(editions.map((edition) => readEdition(newsroom.db.writer, edition)))
    await fc.assert(
      fc.asyncProperty(members(), async (member) => {
        const inSql = await newsroom.db.writer.selectFrom('newsroom.edition as edition').select('edition.id').where(given(member)).execute()
        expect(inSql.map(({ id }) => id).toSorted()).toEqual(held.flatMap((one) => (isGiven(member, one) ? [one.id] : [])).toSorted())
        expect(await listed(member)).toEqual(held.flatMap((one) => (storyPolicy.readStory(member, one) ? [one.id] : [])).toReversed())
      }),
      { numRuns: 60 },
    )
  })

  /** Every edition that a member is shown, page by page. */
  async function listed(member: Member): Promise<string[]> {
    const found: string[] = []
    let after: ListPlace | undefined
    do {
      const page = await listEditions(newsroom.db.writer, member, { ...(after && { after }) }, newsroom.clock.now())
      expect(page.lines.length).toBeLessThanOrEqual(linesAPage)
      found.push(...page.lines.map(({ edition }) => edition))
      after = page.next
    } while (after)
    return found
  }

  test('the overview shows to each what they may read, and to clear what they may clear', async () => {
    const now = newsroom.clock.now()
    for (const [part, edition] of editions.entries()) {
      if (part % 3 === 0) await planRelease(newsroom, operator, { edition, at: now })
      if (part % 3 === 1) await sendForReview(newsroom, operator, { edition })
      if (part % 3 === 2) await releaseStory(newsroom, operator, { edition, at: new Date(now.getTime() + 60_000), aloneBecause: 'A test.' })
    }
    const held = await Promise.all(editions.map((edition) => readEdition(newsroom.db.writer, edition)))
    const expected = (may: (one: (typeof held)[number]) => boolean, rest: number) =>
      held.flatMap((one, part) => (part % 3 === rest && may(one) ? [one.id] : [])).toSorted()
    await fc.assert(
      fc.asyncProperty(members(), async (member) => {
        const overview = await readOverview(newsroom.db.writer, member, now)
        const ids = (lines: { edition: string }[]) => lines.map(({ edition }) => edition).toSorted()
        const mayRead = (one: (typeof held)[number]) => storyPolicy.readStory(member, one)
        expect(ids(overview.overdue)).toEqual(expected(mayRead, 0))
        expect(ids(overview.toClear)).toEqual(expected((one) => storyPolicy.clearStory(member, one), 1))
        expect(ids(overview.scheduled)).toEqual(expected(mayRead, 2))
      }),
      { numRuns: 30 },
    )
  })

  test('a story that is cleared waits on the desk of whoever may release it', async () => {
    const edition = editions[1] ?? ''
    const eva = someone('Eva', 'editor')
    await clearStory(newsroom, eva, { edition, revision: 1 })
    const { toClear } = await readOverview(newsroom.db.writer, eva, newsroom.clock.now())
    expect(toClear.find((line) => line.edition === edition)).toMatchObject({ state: 'cleared' })
  })

  test('a list is narrowed by state, words, language, section and whose it is; signs in the words are signs', async () => {
    const list = async (query: Parameters<typeof listEditions>[2], member: Member = operator) =>
      (await listEditions(newsroom.db.writer, member, query, newsroom.clock.now())).lines
    expect((await list({ text: 'mix 3' })).map(({ headline }) => headline)).toEqual([
      'Mix 35',
      'Mix 34',
      'Mix 33',
      'Mix 32',
      'Mix 31',
      'Mix 30',
      'Mix 3',
    ])
    for (const text of ['%', '_', '\\', "'"]) expect(await list({ text })).toEqual([])
    expect(new Set((await list({ language: 'fr' })).map(({ language }) => language))).toEqual(new Set(['fr']))
    expect(new Set((await list({ section: places.strict })).map(({ section }) => section))).toEqual(new Set([places.strict]))
    expect((await list({ isOwn: true }, ana)).length).toBe(editions.length / 2)
    expect(new Set((await list({ state: 'draft' })).map(({ state }) => state))).toEqual(new Set(['draft']))
  })

  test('a list is narrowed by whom stories are about and by who organised or took part, under entries that were merged too', async () => {
    const organisation = (slug: string) => fileOrganisation(newsroom, { slug, name: { en: slug }, kind: 'ngo' })
    const [office, bank, former] = [await organisation('office'), await organisation('bank'), await organisation('former-office')]
    const person = await filePerson(newsroom, { slug: 'zina', name: { en: 'Zina' } })
    const activity = { type: 'training', name: null, starts: null, ends: null, place: null, isOnline: false, participants: null }
    const file = async (over: Parameters<typeof ferry>[0]) =>
      (await fileStory(newsroom, operator, { language: 'en', content: ferry(over) })).edition
    const about = await file({ slug: 'about-zina', people: [person] })
    const organised = await file({ slug: 'organised', activity: { ...activity, organisers: [former], partners: [bank] } })
    await mergeEntries(newsroom, operator, { register: 'organisations', entry: former, into: office })
    const found = async (query: Parameters<typeof listEditions>[2]) =>
      (await listEditions(newsroom.db.writer, operator, query, newsroom.clock.now())).lines.map(({ edition }) => edition)
    expect(await found({ person })).toEqual([about])
    expect(await found({ organisation: bank })).toEqual([organised])
    expect(await found({ organisation: office })).toEqual([organised])
    expect(await found({ organisation: bank, person })).toEqual([])
  })
})
