// Every way of the desk and of the API is walked with every role; the predicates of the newsroom say who gets through.
import { uuid7 } from '#lib/uuid7.ts'
import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import { keyPolicy } from '#newsroom/keys/key-policy.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import type { Member, Role } from '#newsroom/members/member.ts'
import { operator, roles } from '#newsroom/members/member.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import type { StorySubject } from '#newsroom/stories/story-policy.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry } from '#test/newsroom.ts'

/** What a way is to whoever walks it, at the desk and in the API alike. */
type Walkable = { method: string; path: string; asks: string }

export const relations = ['own', 'given', 'foreign'] as const
const states = ['draft', 'in review'] as const

/** The id of what is not there. */
export const nothing = '01900000-0000-7000-8000-000000000000'

export type Subject = StorySubject & { story: string; edition: string; step: string; headline: string }

export type Walkers = {
  /** One of each role; one of two projects is given to them. */
  everyone: Member[]
  /** Somebody to whom things are done. */
  victim: Member
  ours: string
  theirs: string
  section: string
  /** A story that stands to a member in such a relation. */
  subjectOf(by: Member, relation: (typeof relations)[number], state: (typeof states)[number]): Promise<Subject>
  as(role: Role): Member
}

export async function gatherWalkers(newsroom: TestNewsroom): Promise<Walkers> {
  const { ours, theirs, strict: section } = await sectionsAndProjects(newsroom)
  const everyone = roles.map((role) => someone(`${role} of ours`, role, { projects: [ours] }))
  const victim = someone('Victim', 'observer')
  await admit(newsroom, ...everyone, victim)
  let filed = 0
  return {
    everyone,
    victim,
    ours,
    theirs,
    section,
    async subjectOf(by, relation, state) {
      filed += 1
      const subject = { section: null, projects: [relation === 'given' ? ours : theirs], language: 'en', state }
      const filedBy = relation === 'own' ? by.id : null
      return fileSubject(newsroom, { ...subject, filedBy, headline: `Oxbow ${filed} for few`, slug: `oxbow-${filed}` })
    },
    as: (role) => everyone.find((member) => member.role === role) ?? operator,
  }
}

async function fileSubject(
  newsroom: TestNewsroom,
  { slug, ...subject }: StorySubject & { headline: string; slug: string },
): Promise<Subject> {
  const { filedBy, headline, projects, state } = subject
  const { writer } = newsroom.db
  const content = ferry({ projects: [...projects], headline, slug })
  const { story, edition } = await fileStory(newsroom, operator, { language: 'en', content })
  await writer.updateTable('newsroom.story').set({ filed_by: filedBy }).where('id', '=', story).execute()
  await writer.updateTable('newsroom.edition').set({ filed_by: filedBy, state }).where('id', '=', edition).execute()
  const at = newsroom.clock.now()
  const step = uuid7(at)
  const taken = { id: step, edition_id: edition, revision: 1, act: 'cleared alone', member_id: operator.id, member_name: 'operator', at }
  await writer.insertInto('newsroom.step').values(taken).execute()
  return { ...subject, story, edition, step }
}

export const isIn = <Policy extends object>(policy: Policy, name: string): name is keyof Policy & string => name in policy

export const isOfStory = <Way extends Walkable>(way: Way): way is Way & { asks: keyof typeof storyPolicy } =>
  isIn(storyPolicy, way.asks) && way.path.includes(':edition')

/** Who may go a way that is no story's. The register is that of the sections. */
export function judgeOf({ asks }: Pick<Walkable, 'asks'>): ((by: Member) => boolean) | undefined {
  if (asks === 'signedIn') return () => true
  if (asks === 'changeProfile') return (by) => memberPolicy.changeProfile(by, by)
  if (isIn(memberPolicy, asks)) return (by) => memberPolicy[asks](by)
  if (isIn(houseRulesPolicy, asks)) return (by) => houseRulesPolicy[asks](by)
  if (isIn(keyPolicy, asks)) return (by) => keyPolicy[asks](by)
  if (isIn(settingsPolicy, asks)) return (by) => settingsPolicy[asks](by)
  if (isIn(registerPolicy, asks)) return (by) => registerPolicy[asks](by, 'sections')
  return undefined
}

/** What came of going a way. */
export type Went = { status: number; text: string; isRefused: boolean; isBroken: boolean }
type Go<Way, Of> = (way: Way, by: Member, of: Of) => Promise<Went>

/** Goes every way of a story with every role, relation and state. Tells what came otherwise than the predicates say, and how many were refused. */
export async function walkStories<Way extends Walkable>(
  { everyone, subjectOf }: Walkers,
  ways: readonly Way[],
  go: Go<Way, Subject>,
): Promise<{ wrong: string[]; refused: number }> {
  const wrong: string[] = []
  const untouched = new Map<string, Subject>()
  let refused = 0
  for (const by of everyone)
    for (const relation of relations)
      for (const state of states)
        for (const way of ways.filter(isOfStory)) {
          const key = [by.id, relation, state].join()
          const subject = untouched.get(key) ?? (await subjectOf(by, relation, state))
          const { status, text, isRefused, isBroken } = await go(way, by, subject)
          const may = storyPolicy[way.asks](by, subject)
          const who = `${by.role}, ${relation}, ${state}: ${nameOf(way)}`
          if (isRefused === may || isBroken) wrong.push(`${who} answered ${status}`)
          if (!may && text.includes(subject.headline)) wrong.push(`${who} tells the headline`)
          if (!may) refused += 1
          if (may && way.method !== 'GET') untouched.delete(key)
          else untouched.set(key, subject)
        }
  return { wrong, refused }
}

/** Goes every way that is no story's with every role, to what is not there. Tells what came otherwise than the predicates say. */
export async function walkOthers<Way extends Walkable>(
  { everyone }: Walkers,
  ways: readonly Way[],
  go: Go<Way, { edition: string; step: string }>,
): Promise<string[]> {
  const wrong: string[] = []
  for (const by of everyone)
    for (const way of ways) {
      const may = judgeOf(way)
      if (!may) continue
      const { status, isRefused, isBroken } = await go(way, by, nowhere)
      if (isRefused === may(by) || isBroken) wrong.push(`${by.role}: ${nameOf(way)} answered ${status}`)
    }
  return wrong
}

export const nowhere = { edition: nothing, step: nothing }

export const nameOf = ({ method, path }: Walkable): string => `${method} ${path}`
