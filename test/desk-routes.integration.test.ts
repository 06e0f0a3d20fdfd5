import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import type { Member } from '#newsroom/members/member.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk } from '#src/routes.ts'
import type { Way } from '#surfaces/desk/desk-ways.ts'
import { deskWays } from '#surfaces/desk/desk-ways.ts'
import { someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'
import type { Subject, Walkers, Went } from '#test/walk.ts'
import { gatherWalkers, isIn, isOfStory, judgeOf, nameOf, nothing, nowhere, relations, walkOthers, walkStories } from '#test/walk.ts'

type Form = Record<string, string | string[]>
/** What each form says, so that nothing but the rights of whoever sends it stands in its way; ways that ask nothing are left out. */
const forms: Partial<Record<string, Form>> = {
  [desk.edition]: { madeFrom: '1', headline: 'Another', kind: 'news' },
  [desk.editionText]: { madeFrom: '1', headline: 'Another', kind: 'news', tab: 'one' },
  [desk.pen]: { tab: 'one' },
  [desk.penDown]: { tab: 'one' },
  [desk.deletion]: { revision: '1' },
  [desk.sentBack]: { reason: 'Too long.' },
  [desk.clearance]: { revision: '1', aloneBecause: 'Nobody else is here.' },
  [desk.release]: { revision: '1', when: 'now', aloneBecause: 'Nobody else is here.' },
  [desk.withdrawal]: { reason: 'It was wrong.' },
  [desk.slug]: { slug: 'another' },
  [desk.comments]: { words: 'Is this so?' },
  [desk.thread]: { resolved: 'yes' },
  [desk.assignments]: { member: nothing, task: 'Find a picture' },
  [desk.revisionName]: { name: 'As agreed' },
  [desk.privateLinks]: { forWhom: 'A donor', days: '3' },
  [desk.people]: {
    email: 'new@example.org',
    name: 'New',
    role: 'observer',
    'projects-all': 'all',
    'sections-all': 'all',
    'languages-all': 'all',
  },
  [desk.person]: { name: 'Victim', role: 'observer', 'projects-all': 'all', 'sections-all': 'all', 'languages-all': 'all' },
  [desk.visibilityRules]: { funder: nothing, 'statement en': 'Paid.', places: 'story' },
  [desk.visibilityRule]: { funder: nothing, 'statement en': 'Paid.', places: 'story' },
}

/** Views and changes of many stories are judged by what each of them is; src/newsroom/desk-lists tests them. */
const ofLists = deskWays.filter(({ asks }) => isIn(listPolicy, asks))

describe.each(engines)('every way into the desk, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let walkers: Walkers

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    walkers = await gatherWalkers(newsroom)
    at = await openTestDesk(newsroom, [...walkers.everyone, walkers.victim])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  function pathTo({ path }: Way, { edition, step }: Pick<Subject, 'edition' | 'step'>): string {
    const { victim, section } = walkers
    const values: { [name: string]: string } = { edition, step, number: '1', member: victim.id, register: 'sections', entry: section }
    return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? nothing)
  }

  const goTo = (way: Way, by: Member, to: Pick<Subject, 'edition' | 'step'> & { projects?: string[] }): Promise<Response> =>
    at.as(by, pathTo(way, to), way.method === 'GET' ? undefined : { projects: to.projects ?? [], ...forms[way.path] })

  const walk = async (way: Way, by: Member, to: Pick<Subject, 'edition' | 'step'>): Promise<Went> => {
    const answer = await goTo(way, by, to)
    return { status: answer.status, text: await answer.text(), isRefused: answer.status === 403, isBroken: answer.status >= 500 }
  }

  test('nobody comes in who is not signed in', async () => {
    const nobody = someone('Nobody', 'administrator')
    const wrong: string[] = []
    for (const way of deskWays) {
      const answer = await goTo(way, nobody, nowhere)
      const where = answer.headers.get('location') ?? ''
      if (answer.status !== 303 || !where.startsWith(`${desk.signIn}?next=`)) wrong.push(`${nameOf(way)}: ${answer.status} ${where}`)
    }
    expect(wrong).toEqual([])
    expect(deskWays.length).toBeGreaterThan(50)
  })

  test('lists tell of drafts only whoever may read them', async () => {
    const wrong: string[] = []
    for (const relation of relations)
      for (const by of walkers.everyone) {
        const subject = await walkers.subjectOf(by, relation, 'in review')
        const others = walkers.everyone.filter(({ id }) => id !== by.id)
        const words = `?text=${encodeURIComponent(subject.headline.replace(' for few', ''))}`
        for (const member of [by, ...others])
          for (const path of [desk.home, desk.stories + words, desk.ownStories + words]) {
            const text = await (await at.as(member, path)).text()
            const isTold = path.startsWith(desk.ownStories) ? text.includes('Oxbow') : text.includes(`>${subject.headline}<`)
            const may = storyPolicy.readStory(member, subject)
            if (isTold && !may) wrong.push(`${path} tells the ${member.role} of what is ${relation} to the ${by.role}`)
            const isHidden = path === desk.stories + words && may && !isTold
            if (isHidden) wrong.push(`${path} hides from the ${member.role} what is ${relation} to the ${by.role}`)
          }
      }
    expect(wrong).toEqual([])
  })

  test(
    'what is asked of a story lets in exactly whom its predicate does, and shows others nothing of it',
    { timeout: 240_000 },
    async () => {
      const { wrong, refused } = await walkStories(walkers, deskWays, walk)
      expect(wrong).toEqual([])
      expect(refused).toBeGreaterThan(100)
    },
  )

  test('stories are begun where they are given, by whoever writes', async () => {
    for (const by of walkers.everyone)
      for (const project of [walkers.ours, walkers.theirs]) {
        const answer = await at.as(by, desk.stories, { headline: 'Begun', language: 'en', projects: project })
        const subject = { section: null, projects: [project], language: 'en', filedBy: by.id, state: 'draft' }
        expect(answer.status, `${by.role}, ${project === walkers.ours ? 'given' : 'foreign'}`).toBe(
          storyPolicy.fileStory(by, subject) ? 303 : 403,
        )
      }
  })

  test('people, keys, settings, registers and house rules are for those whom the predicates name', { timeout: 120_000 }, async () => {
    const judged = deskWays.filter(({ asks }) => asks !== 'signedIn')
    expect(await walkOthers(walkers, judged, walk)).toEqual([])
  })

  test('what asks for nothing but a sign-in is open to every role', async () => {
    const wrong: string[] = []
    for (const by of walkers.everyone)
      for (const way of deskWays.filter(({ asks }) => asks === 'signedIn')) {
        const answer = await goTo(way, by, nowhere)
        const isAway = answer.headers.get('location')?.startsWith(desk.signIn) ?? false
        // Keys and sessions need a sign-in of their own, which these members do not have; src/surfaces/desk/account tests them.
        const isBroken = answer.status >= 500 && !way.path.startsWith(`${desk.account}/`)
        if (answer.status === 403 || isBroken || isAway) wrong.push(`${by.role}: ${nameOf(way)} answered ${answer.status}`)
      }
    expect(wrong).toEqual([])
  })

  test('every way is walked by one of these', () => {
    const walked = (way: Way) => isOfStory(way) || judgeOf(way) !== undefined || way.path === desk.stories
    expect(deskWays.filter((way) => !walked(way)).map(nameOf)).toEqual(ofLists.map(nameOf))
  })
})
