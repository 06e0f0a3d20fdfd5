import { describe, expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import { assignStory, finishAssignment } from '#newsroom/assignments/assign-story.ts'
import { addComment, resolveThread } from '#newsroom/comments/add-comment.ts'
import { bringBackDraft } from '#newsroom/deleted-drafts/bring-back-draft.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import type { Member } from '#newsroom/members/member.ts'
import { operator, roles } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { makePrivateLink, revokePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { clearStory, lookAtClearing } from '#newsroom/review/clear-story.ts'
import { sendBack } from '#newsroom/review/send-back.ts'
import { sendForReview, takeBack } from '#newsroom/review/send-for-review.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { nameRevision, restoreRevision } from '#newsroom/stories/restore-revision.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { putDownPen, takePen } from '#newsroom/stories/take-pen.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { fillByMachine } from '#newsroom/translations/fill-by-machine.ts'
import { importTranslation } from '#newsroom/translations/import-translation.ts'
import { markPassages } from '#newsroom/translations/mark-passages.ts'
import { spareTranslations } from '#newsroom/translations/spare-translations.ts'
import { takeStructure } from '#newsroom/translations/take-structure.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { writeXliff } from '#newsroom/translations/xliff/write-xliff.ts'
import { sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import { findOperations, operationsIn, readPolicies } from '#test/operations.ts'

/** Operations that no policy names, and why none has to. */
const withoutPolicy: Record<string, string> = {
  seeNotices: 'touches the notices of the member who asks, and no others',
  fileItems: 'asks mayBringIn, which judges a whole batch and no story',
  undoBatch: 'asks mayBringIn, which judges a whole batch and no story',
}

/** Questions that screens ask of the policy without an operation of that name. */
const onlyAsked = ['readStory']

type OfStory = { story: string; edition: string; step: string; project: string }

const nothing = '01900000-0000-7000-8000-000000000000'

/** Every operation upon a story, with something that it would do. */
const operations: Record<string, (newsroom: Newsroom, by: Member, of: OfStory) => Promise<unknown>> = {
  fileStory: (newsroom, by, { project }) => fileStory(newsroom, by, { language: 'en', content: ferry({ projects: [project] }) }),
  fileEdition: (newsroom, by, { story, project }) =>
    fileEdition(newsroom, by, { story, language: 'fr', content: ferry({ projects: [project] }) }),
  translateEdition: (newsroom, by, { edition }) => translateEdition(newsroom, by, { edition, language: 'fr' }),
  writePassages: (newsroom, by, { edition }) => writePassages(newsroom, by, { ...seen(edition), written: new Map(), done: new Set() }),
  markPassages: (newsroom, by, { edition }) => markPassages(newsroom, by, { ...seen(edition), passages: 'all' }),
  takeStructure: (newsroom, by, { edition }) => takeStructure(newsroom, by, seen(edition)),
  fillByMachine: (newsroom, by, { edition }) =>
    fillByMachine(newsroom, by, { edition, translator: { name: 'Parrot', translate: async () => [] } }),
  importTranslation: (newsroom, by, { edition }) =>
    importTranslation(newsroom, by, { text: documentFor(edition), what: 'ferry.xlf', name: 'Back', takesRest: false }),
  spareTranslations: (newsroom, by, { edition }) => spareTranslations(newsroom, by, { edition, revision: 1 }),
  saveRevision: (newsroom, by, { edition, project }) =>
    saveRevision(newsroom, by, { edition, madeFrom: 1, content: ferry({ projects: [project], summary: 'It sails.' }) }),
  restoreRevision: (newsroom, by, { edition }) => restoreRevision(newsroom, by, { edition, revision: 1 }),
  nameRevision: (newsroom, by, { edition }) => nameRevision(newsroom, by, { edition, revision: 1, name: 'As agreed' }),
  takePen: (newsroom, by, { edition }) => takePen(newsroom, by, { edition, tab: 'one' }),
  putDownPen: (newsroom, by, { edition }) => putDownPen(newsroom, by, { edition, tab: 'one' }),
  sendForReview: (newsroom, by, { edition }) => sendForReview(newsroom, by, { edition }),
  takeBack: (newsroom, by, { edition }) => takeBack(newsroom, by, { edition }),
  planRelease: (newsroom, by, { edition }) => planRelease(newsroom, by, { edition, at: newsroom.clock.now() }),
  sendBack: (newsroom, by, { edition }) => sendBack(newsroom, by, { edition, reason: 'Too long.' }),
  clearStory: (newsroom, by, { edition }) => clearStory(newsroom, by, { edition, revision: 1 }),
  lookAtClearing: (newsroom, by, { step }) => lookAtClearing(newsroom, by, { step }),
  releaseStory: (newsroom, by, { edition }) => releaseStory(newsroom, by, { edition }),
  correctStory: (newsroom, by, { edition }) => correctStory(newsroom, by, { edition, correction: 'The day was wrong.' }),
  callOffRelease: (newsroom, by, { edition }) => callOffRelease(newsroom, by, { edition }),
  withdrawStory: (newsroom, by, { edition }) => withdrawStory(newsroom, by, { edition, reason: 'It was wrong.' }),
  changeSlug: (newsroom, by, { edition }) => changeSlug(newsroom, by, { edition, slug: 'another' }),
  deleteDraft: (newsroom, by, { edition }) => deleteDraft(newsroom, by, { edition }),
  bringBackDraft: (newsroom, by, { edition }) => bringBackDraft(newsroom, by, { edition }),
  addComment: (newsroom, by, { edition }) => addComment(newsroom, by, { edition, words: 'Is this so?' }),
  resolveThread: (newsroom, by, { edition }) => resolveThread(newsroom, by, { edition, thread: nothing, isResolved: true }),
  assignStory: (newsroom, by, { edition }) => assignStory(newsroom, by, { edition, member: nothing, task: 'Find a picture' }),
  finishAssignment: (newsroom, by, { edition }) => finishAssignment(newsroom, by, { edition, assignment: nothing }),
  makePrivateLink: (newsroom, by, { edition }) => makePrivateLink(newsroom, by, { edition, forWhom: 'A donor', days: 3 }),
  revokePrivateLink: (newsroom, by, { edition }) => revokePrivateLink(newsroom, by, { edition, link: nothing }),
}

const documentFor = (edition: string) =>
  writeXliff({ source: 'en', target: 'fr' }, [
    {
      edition,
      source: nothing,
      sourceRevision: 1,
      sourceHash: '',
      headline: 'Ferry',
      units: [
        {
          id: 1,
          passage: { kind: 'headline', inlines: [{ type: 'text', text: 'Ferry' }], within: null },
          target: null,
          status: 'waiting',
          mark: '',
          was: null,
        },
      ],
    },
  ])
const seen = (edition: string) => ({ edition, revision: 1, sourceRevision: 1 })

const relations = ['own', 'given', 'foreign'] as const
const states = ['draft', 'in review', 'released'] as const

test('what an operation is, is found in its code', () => {
  const source = `
    export async function releaseStory(newsroom: Newsroom, by: Member, input: string): Promise<void> {}
    export const clear = async (newsroom: Newsroom, by: Member) => {}
    export async function read(db: Reader, by: Member): Promise<void> {}
    async function helper(newsroom: Newsroom, by: Member): Promise<void> {}`
  expect(operationsIn('x.ts', source)).toEqual(['releaseStory', 'clear'])
})

test('every operation of the newsroom is judged by a policy of its name', async () => {
  const [found, policies] = [await findOperations(), await readPolicies()]
  expect(found.length).toBeGreaterThan(25)
  const judged = new Set([...policies.values()].flat())
  expect(found.filter(({ name }) => !judged.has(name) && !(name in withoutPolicy))).toEqual([])
  const names = new Set(found.map(({ name }) => name))
  expect(Object.keys(withoutPolicy).filter((name) => judged.has(name) || !names.has(name))).toEqual([])
})

test('every operation upon a story is walked below', async () => {
  const names = new Set((await findOperations()).map(({ name }) => name))
  const judged = Object.keys(storyPolicy)
  expect(judged.filter((name) => !names.has(name))).toEqual(onlyAsked)
  expect(Object.keys(operations).toSorted()).toEqual(judged.filter((name) => !onlyAsked.includes(name)).toSorted())
})

describe.each(engines)('on %s', (engine) => {
  test('whoever may do something with a story may, and nobody else', { timeout: 240_000 }, async () => {
    await using newsroom = await newsroomOn(engine)
    const { ours, theirs } = await sectionsAndProjects(newsroom)
    const members = new Map(roles.map((role) => [role, someone(role, role, { projects: [ours] })]))
    const wrong: string[] = []
    let refused = 0
    // What was refused left its story as it was: the next may try on it.
    const untouched = new Map<string, OfStory>()
    for (const { name, may, operation, role, relation, state } of cases()) {
      const by = members.get(role) ?? operator
      const [project, filedBy] = [relation === 'given' ? ours : theirs, relation === 'own' ? by.id : null]
      const key = [project, filedBy, state].join()
      const of = untouched.get(key) ?? (await fileFor(newsroom, { project, filedBy, state }))
      const isAllowed = await operation(newsroom, by, of).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Failure)) throw error
          return error.code !== 'not-allowed'
        },
      )
      if (isAllowed !== may(by, { section: null, projects: [project], language: 'en', filedBy, state }))
        wrong.push(`${role}, ${relation}, ${state}: ${name} was ${isAllowed ? 'allowed' : 'refused'}`)
      if (isAllowed) untouched.delete(key)
      else untouched.set(key, of)
      if (!isAllowed) refused += 1
    }
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(100)
  })
})

function cases() {
  return Object.entries(storyPolicy).flatMap(([name, may]) => {
    const operation = operations[name]
    if (!operation) return []
    return roles.flatMap((role) =>
      relations.flatMap((relation) => states.map((state) => ({ name, may, operation, role, relation, state }))),
    )
  })
}

/** A story in a state, without the way that leads there. */
async function fileFor(
  newsroom: Newsroom,
  of: { project: string; filedBy: string | null; state: (typeof states)[number] },
): Promise<OfStory> {
  const filed = await fileStory(newsroom, operator, { language: 'en', content: ferry({ projects: [of.project] }) })
  const { writer } = newsroom.db
  await writer.updateTable('newsroom.story').set({ filed_by: of.filedBy }).where('id', '=', filed.story).execute()
  await writer.updateTable('newsroom.edition').set({ filed_by: of.filedBy, state: of.state }).where('id', '=', filed.edition).execute()
  const at = newsroom.clock.now()
  const step = {
    id: uuid7(at),
    edition_id: filed.edition,
    revision: 1,
    act: 'cleared alone',
    member_id: operator.id,
    member_name: 'operator',
    at,
  }
  await writer.insertInto('newsroom.step').values(step).execute()
  return { ...filed, step: step.id, project: of.project }
}
