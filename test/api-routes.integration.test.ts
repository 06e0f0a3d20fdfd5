import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { KeyScope } from '#newsroom/keys/api-key.ts'
import { keyScopes } from '#newsroom/keys/api-key.ts'
import type { Member } from '#newsroom/members/member.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { api as paths } from '#src/routes.ts'
import type { Way } from '#surfaces/api/way.ts'
import { ways } from '#surfaces/api/ways/ways.ts'
import { bodies, queries } from '#test/api-bodies.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import type { Subject, Walkers, Went } from '#test/walk.ts'
import { gatherWalkers, isOfStory, judgeOf, nothing, nowhere, relations, walkOthers, walkStories } from '#test/walk.ts'

type Answer = { status: number; text: string; code: string | undefined }
type To = Pick<Subject, 'edition' | 'step'> & { projects?: readonly string[] }

/** Judged by what each story, view or change in the request is: the tests of the operations walk them, and those of lists are below. */
const judgedOneByOne = [
  'listEditions',
  'listTranslations',
  'changeStories',
  'readChange',
  'undoChange',
  'saveView',
  'removeView',
  'fileStory',
  'fileEdition',
  'exportXliff',
  'previewImport',
  'importTranslation',
]

describe.each(engines)('every way into the API, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let walkers: Walkers
  let asked = 0
  const keys = new Map<string, string>()

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    walkers = await gatherWalkers(newsroom)
    api = await openTestApi(newsroom)
    for (const member of walkers.everyone) keys.set(member.id, await api.keyOf(member))
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function go(way: Way, key: string | undefined, of: To): Promise<Answer> {
    asked += 1
    // Nobody waits here for a minute to be over.
    if (asked % 100 === 0) newsroom.clock.advance(61_000)
    const values: Record<string, string> = {
      number: '1',
      member: walkers.victim.id,
      register: 'sections',
      id: walkers.section,
      story: nothing,
      language: 'en',
      edition: of.edition,
      step: of.step,
    }
    const path = way.path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? nothing)
    const query = queries[way.operation]
    const answer = await fetch(`${api.url}${path}${query === undefined ? '' : `?${query}`}`, {
      method: way.method,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(way.needsMatch && { 'if-match': way.needsMatch === 'revision' ? '*' : '"1"' }),
        ...(way.body && { 'content-type': 'application/json' }),
      },
      ...(way.body && {
        body: JSON.stringify(
          way.operation === 'saveRevision' ? ferry({ headline: 'Another', projects: [...(of.projects ?? [])] }) : bodies[way.operation],
        ),
      }),
    })
    const text = await answer.text()
    return { status: answer.status, text, code: /"code":"([a-z-]+)"/.exec(text)?.[1] }
  }
  const keyOf = (by: Member) => keys.get(by.id)

  /** A walk on which these codes mean that something is wrong with the way, and not with whoever goes it. */
  const walk =
    (...broken: string[]) =>
    async (way: Way, by: Member, to: To): Promise<Went> => {
      const { status, text, code = '' } = await go(way, keyOf(by), to)
      return { status, text, isRefused: code === 'not-allowed', isBroken: status >= 500 || broken.includes(code) }
    }

  test('nobody comes in without a key, and no key goes further than its scopes', { timeout: 120_000 }, async () => {
    const chief = walkers.as('administrator')
    const wrong: string[] = []
    const [only, without] = [new Map<KeyScope, string>(), new Map<KeyScope, string>()]
    for (const scope of keyScopes) {
      only.set(scope, await api.keyOf(chief, [scope]))
      const others = keyScopes.filter((one) => one !== scope)
      without.set(scope, await api.keyOf(chief, others))
    }
    for (const way of ways) {
      const [none, less, enough] = [
        await go(way, undefined, nowhere),
        await go(way, without.get(way.scope), nowhere),
        // What is done here is done to nothing: the keys themselves, too, are to be there for the next way.
        way.operation === 'changeSettings' ? undefined : await go(way, only.get(way.scope), nowhere),
      ]
      if (none.code !== 'key-needed') wrong.push(`${way.operation} without a key: ${none.status}`)
      if (less.code !== 'scope-missing') wrong.push(`${way.operation} without ${way.scope}: ${less.status} ${String(less.code)}`)
      if (enough && (enough.code === 'scope-missing' || enough.status >= 500))
        wrong.push(`${way.operation} with ${way.scope}: ${enough.status}`)
    }
    expect(wrong).toEqual([])
    expect(ways.length).toBeGreaterThan(80)
  })

  test(
    'what is asked of a story lets in exactly whom its predicate does, and tells others nothing of it',
    { timeout: 240_000 },
    async () => {
      const { wrong, refused } = await walkStories(walkers, ways, walk('bad-input', 'too-many-requests'))
      expect(wrong).toEqual([])
      expect(refused).toBeGreaterThan(200)
    },
  )

  test('people, keys, settings, registers and house rules are for those whom the predicates name', { timeout: 120_000 }, async () => {
    expect(await walkOthers(walkers, ways, walk('too-many-requests'))).toEqual([])
  })

  test('lists tell of drafts only whoever may read them', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const relation of relations)
      for (const by of walkers.everyone) {
        const subject = await walkers.subjectOf(by, relation, 'in review')
        const words = `text=${encodeURIComponent(subject.headline)}`
        for (const member of walkers.everyone)
          for (const path of [`${paths.editions}?${words}`, paths.matrix, paths.overview]) {
            const answer = await fetch(api.url + path, { headers: { authorization: `Bearer ${keyOf(member) ?? ''}` } })
            const isTold = (await answer.text()).includes(`"${subject.headline}"`)
            const may = storyPolicy.readStory(member, subject)
            if (isTold && !may) wrong.push(`${path} tells the ${member.role} of what is ${relation} to the ${by.role}`)
            if (!isTold && may && path !== paths.overview)
              wrong.push(`${path} hides from the ${member.role} what is ${relation} to the ${by.role}`)
          }
        newsroom.clock.advance(61_000)
      }
    expect(wrong).toEqual([])
  })

  test('stories are filed where they are given, by whoever writes; editions too', async () => {
    for (const by of walkers.everyone)
      for (const project of [walkers.ours, walkers.theirs]) {
        const subject = { section: null, projects: [project], language: 'en', filedBy: by.id, state: 'draft' }
        const content = ferry({ headline: 'Begun', slug: '', projects: [project] })
        const answer = await fetch(api.url + paths.stories, {
          method: 'POST',
          headers: { authorization: `Bearer ${keyOf(by) ?? ''}`, 'content-type': 'application/json' },
          body: JSON.stringify({ language: 'en', content }),
        })
        expect(answer.status, `${by.role}, ${project === walkers.ours ? 'given' : 'foreign'}`).toBe(
          storyPolicy.fileStory(by, subject) ? 201 : 403,
        )
      }
  })

  test('every way is walked by one of these', () => {
    const walked = (way: Way) => isOfStory(way) || judgeOf(way) !== undefined
    expect(
      ways
        .filter((way) => !walked(way))
        .map(({ operation }) => operation)
        .toSorted(),
    ).toEqual(judgedOneByOne.toSorted())
  })
})
