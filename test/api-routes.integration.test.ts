import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { uuid7 } from '#lib/uuid7.ts'
import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import type { KeyScope } from '#newsroom/keys/api-key.ts'
import { keyScopes } from '#newsroom/keys/api-key.ts'
import { keyPolicy } from '#newsroom/keys/key-policy.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import type { Member } from '#newsroom/members/member.ts'
import { operator, roles } from '#newsroom/members/member.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import type { StorySubject } from '#newsroom/stories/story-policy.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { api as paths } from '#src/routes.ts'
import type { Way } from '#surfaces/api/way.ts'
import { ways } from '#surfaces/api/ways/ways.ts'
import { bodies, queries } from '#test/api-bodies.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

type Subject = StorySubject & { edition: string; story: string; step: string; headline: string }
type Answer = { status: number; text: string; code: unknown }

const relations = ['own', 'given', 'foreign'] as const
const states = ['draft', 'in review'] as const
const nothing = '01900000-0000-7000-8000-000000000000'

const isIn = <Policy extends object>(policy: Policy, name: string): name is keyof Policy & string => name in policy
const isOfStory = (way: Way): way is Way & { asks: keyof typeof storyPolicy } =>
  isIn(storyPolicy, way.asks) && way.path.includes(':edition')

/** Who may go a way that is no story's. The register is that of the sections. */
function judgeOf({ asks }: Way): ((by: Member) => boolean) | undefined {
  if (asks === 'signedIn') return () => true
  if (asks === 'changeProfile') return (by) => memberPolicy.changeProfile(by, by)
  if (isIn(memberPolicy, asks)) return (by) => memberPolicy[asks](by)
  if (isIn(houseRulesPolicy, asks)) return (by) => houseRulesPolicy[asks](by)
  if (isIn(keyPolicy, asks)) return (by) => keyPolicy[asks](by)
  if (isIn(settingsPolicy, asks)) return (by) => settingsPolicy[asks](by)
  if (isIn(registerPolicy, asks)) return (by) => registerPolicy[asks](by, 'sections')
  return undefined
}

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
  let ours = ''
  let theirs = ''
  let section = ''
  let filed = 0
  let asked = 0
  const members = new Map(roles.map((role) => [role, someone(`${role} of ours`, role)]))
  const victim = someone('Victim', 'observer')
  const keys = new Map<string, string>()

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ;({ ours, theirs, strict: section } = await sectionsAndProjects(newsroom))
    for (const [role, member] of members) members.set(role, { ...member, projects: [ours] })
    await admit(newsroom, ...members.values(), victim)
    api = await openTestApi(newsroom)
    for (const member of members.values()) keys.set(member.id, await api.keyOf(member))
  })
  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const everyone = (): Member[] => [...members.values()]

  async function subjectOf(by: Member, relation: (typeof relations)[number], state: (typeof states)[number]): Promise<Subject> {
    filed += 1
    const projects = [relation === 'given' ? ours : theirs]
    const filedBy = relation === 'own' ? by.id : null
    const headline = `Oxbow ${filed} for few`
    const { writer } = newsroom.db
    const content = ferry({ projects, headline, slug: `oxbow-${filed}` })
    const { story, edition } = await fileStory(newsroom, operator, { language: 'en', content })
    await writer.updateTable('newsroom.story').set({ filed_by: filedBy }).where('id', '=', story).execute()
    await writer.updateTable('newsroom.edition').set({ filed_by: filedBy, state }).where('id', '=', edition).execute()
    const at = newsroom.clock.now()
    const step = uuid7(at)
    const taken = { id: step, edition_id: edition, revision: 1, act: 'cleared alone', member_id: operator.id, member_name: 'operator', at }
    await writer.insertInto('newsroom.step').values(taken).execute()
    return { story, edition, step, headline, section: null, projects, language: 'en', filedBy, state }
  }

  async function go(way: Way, key: string | undefined, of: { edition: string; step: string; projects?: string[] }): Promise<Answer> {
    asked += 1
    // Nobody waits here for a minute to be over.
    if (asked % 100 === 0) newsroom.clock.advance(61_000)
    const values: Record<string, string> = {
      number: '1',
      member: victim.id,
      register: 'sections',
      id: section,
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
          way.operation === 'saveRevision' ? ferry({ headline: 'Another', projects: of.projects ?? [] }) : bodies[way.operation],
        ),
      }),
    })
    const text = await answer.text()
    return { status: answer.status, text, code: /"code":"([a-z-]+)"/.exec(text)?.[1] }
  }
  const nowhere = { edition: nothing, step: nothing }
  const keyOf = (by: Member) => keys.get(by.id)

  test('nobody comes in without a key, and no key goes further than its scopes', { timeout: 120_000 }, async () => {
    const chief = members.get('administrator') ?? operator
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
      const wrong: string[] = []
      const untouched = new Map<string, Subject>()
      let refused = 0
      for (const by of everyone())
        for (const relation of relations)
          for (const state of states)
            for (const way of ways.filter(isOfStory)) {
              const key = [by.id, relation, state].join()
              const subject = untouched.get(key) ?? (await subjectOf(by, relation, state))
              const { status, code, text } = await go(way, keyOf(by), subject)
              const may = storyPolicy[way.asks](by, subject)
              if ((code !== 'not-allowed') !== may || status >= 500 || code === 'bad-input' || code === 'too-many-requests')
                wrong.push(`${by.role}, ${relation}, ${state}: ${way.operation} answered ${status} ${String(code)}`)
              if (!may && text.includes(subject.headline)) wrong.push(`${by.role}, ${relation}: ${way.operation} tells the headline`)
              if (!may) refused += 1
              if (may && way.method !== 'GET') untouched.delete(key)
              else untouched.set(key, subject)
            }
      expect(wrong).toEqual([])
      expect(refused).toBeGreaterThan(200)
    },
  )

  test('people, keys, settings, registers and house rules are for those whom the predicates name', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const by of everyone())
      for (const way of ways) {
        const may = judgeOf(way)
        if (!may) continue
        const { status, code } = await go(way, keyOf(by), nowhere)
        if ((code !== 'not-allowed') !== may(by) || status >= 500 || code === 'too-many-requests')
          wrong.push(`${by.role}: ${way.operation} answered ${status} ${String(code)}`)
      }
    expect(wrong).toEqual([])
  })

  test('lists tell of drafts only whoever may read them', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    for (const relation of relations)
      for (const by of everyone()) {
        const subject = await subjectOf(by, relation, 'in review')
        const words = `text=${encodeURIComponent(subject.headline)}`
        for (const member of everyone())
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
    for (const by of everyone())
      for (const project of [ours, theirs]) {
        const subject = { section: null, projects: [project], language: 'en', filedBy: by.id, state: 'draft' }
        const content = ferry({ headline: 'Begun', slug: '', projects: [project] })
        const answer = await fetch(api.url + paths.stories, {
          method: 'POST',
          headers: { authorization: `Bearer ${keyOf(by) ?? ''}`, 'content-type': 'application/json' },
          body: JSON.stringify({ language: 'en', content }),
        })
        expect(answer.status, `${by.role}, ${project === ours ? 'given' : 'foreign'}`).toBe(storyPolicy.fileStory(by, subject) ? 201 : 403)
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
