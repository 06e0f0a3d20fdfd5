import { z } from 'zod'

import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { addComment } from '#newsroom/comments/add-comment.ts'
import { changeHouseRules } from '#newsroom/house-rules/change-house-rules.ts'
import { fileVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { readHeldHouseRules } from '#newsroom/house-rules/read-held-house-rules.ts'
import type { Member } from '#newsroom/members/member.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { organisationInput } from '#newsroom/organisations/organisation-register.ts'
import { filePerson } from '#newsroom/people/file-person.ts'
import { personInput } from '#newsroom/people/person-register.ts'
import { answerPrivateLink } from '#newsroom/private-links/answer-private-link.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { projectInput } from '#newsroom/projects/project-register.ts'
import { clearStory } from '#newsroom/review/clear-story.ts'
import { sendBack } from '#newsroom/review/send-back.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { sectionInput } from '#newsroom/sections/section-register.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { nameRevision } from '#newsroom/stories/restore-revision.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { parseRevisionContent, revisionContent } from '#newsroom/stories/story-input.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { topicInput } from '#newsroom/topics/topic-register.ts'
import { visibilityInput } from '#newsroom/visibility/visibility-rule.ts'
import { hostile, hostileValue } from '#test/hostile.ts'
import type { TestNewsroom } from '#test/newsroom.ts'

/** As much harm as fits where words are few. */
export const short = hostile.slice(0, 120)

/** Ids of editions, and what opens the private link of the draft. */
export type HarmfulNews = { draft: string; released: string; withdrawn: string; token: string }

/** Everything that has words, with harmful ones: registers, a draft that is talked about, a released and corrected story, a withdrawn one. */
export async function fileHarmfulNews(newsroom: TestNewsroom, boss: Member, ana: Member): Promise<HarmfulNews> {
  const { funder, facts } = await fileRegisters(newsroom, boss)
  const write = async (slug: string) => {
    const days = { starts: '2026-05-05', ends: '2026-05-05' }
    const known = { ...facts, ...days, slug, organisers: [funder], partners: [funder], place: short }
    const content = parseRevisionContent(hostileValue(revisionContent, known))
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content })
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: { ...content, summary: `${hostile} once more` } })
    return { edition, content }
  }
  const { edition: draft } = await write('harm-1')
  const token = await talkAbout(newsroom, draft, boss, ana)
  const { edition: released, content } = await write('harm-2')
  await releaseStory(newsroom, boss, { edition: released, aloneBecause: hostile })
  await saveRevision(newsroom, boss, { edition: released, madeFrom: 2, content: { ...content, summary: `${hostile} corrected` } })
  await correctStory(newsroom, boss, { edition: released, correction: hostile, aloneBecause: hostile })
  const { edition: withdrawn } = await write('harm-3')
  await clearStory(newsroom, boss, { edition: withdrawn, revision: 2 })
  await releaseStory(newsroom, boss, { edition: withdrawn })
  await withdrawStory(newsroom, boss, { edition: withdrawn, reason: hostile })
  return { draft, released, withdrawn, token }
}

async function fileRegisters(newsroom: TestNewsroom, boss: Member) {
  const known = {
    slug: 'harm',
    organisation: null,
    within: null,
    country: null,
    rorIdentifier: null,
    kind: 'funder',
    status: 'running',
    funders: [],
    partners: [],
    topics: [],
    places: ['MD'],
    starts: null,
    ends: null,
  }
  const fill = <Schema extends z.ZodType>(schema: Schema, over: object): z.input<Schema> => {
    const value = { ...z.record(z.string(), z.unknown()).parse(hostileValue(schema, known)), ...over }
    schema.parse(value)
    return value as z.input<Schema>
  }
  const section = await fileSection(newsroom, fill(sectionInput, { needsSecondPair: true }))
  const funder = await fileOrganisation(newsroom, fill(organisationInput, {}))
  const funders = [{ organisation: funder, grantReference: short, share: null }]
  const partners = [{ organisation: funder, role: short }]
  const project = await fileProject(newsroom, fill(projectInput, { funders, partners }))
  const topic = await fileTopic(newsroom, fill(topicInput, {}))
  const person = await filePerson(newsroom, fill(personInput, { organisation: funder }))
  await fileVisibilityRule(
    newsroom,
    boss,
    fill(visibilityInput, { funder, project: null, places: ['story', 'project page'], from: null, until: null }),
  )
  const style = [{ wrong: short.slice(0, 60), right: `${short.slice(0, 50)} right`, language: 'en' }]
  const { version: madeFrom } = await readHeldHouseRules(newsroom.db.writer)
  const levels = { 'house style': 'warn', summary: 'off', headings: 'off', links: 'off' } as const
  await changeHouseRules(newsroom, boss, { style, levels, madeFrom })
  return { funder, facts: { section, projects: [project], topics: [topic], people: [person], places: ['MD'] } }
}

/** Whatever can be said of a draft; gives the token of its private link. */
async function talkAbout(newsroom: TestNewsroom, draft: string, boss: Member, ana: Member): Promise<string> {
  await nameRevision(newsroom, boss, { edition: draft, revision: 1, name: short })
  const anchor = { exact: hostile, prefix: '', suffix: '' }
  const thread = await addComment(newsroom, boss, { edition: draft, words: hostile, anchor })
  await addComment(newsroom, ana, { edition: draft, words: hostile, thread })
  await assignStory(newsroom, boss, { edition: draft, member: boss.id, task: short, dueOn: null })
  await sendForReview(newsroom, ana, { edition: draft, words: hostile })
  await sendBack(newsroom, boss, { edition: draft, reason: hostile })
  await sendForReview(newsroom, ana, { edition: draft, words: hostile })
  const token = await makePrivateLink(newsroom, boss, { edition: draft, forWhom: short, days: 9 })
  await answerPrivateLink(newsroom, token, { name: short.slice(0, 120), verdict: 'refused', words: hostile })
  return token
}
