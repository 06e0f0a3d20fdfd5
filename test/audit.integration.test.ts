import { readFile } from 'node:fs/promises'

import { describe, expect, test } from 'vitest'

import { assignStory, finishAssignment } from '#newsroom/assignments/assign-story.ts'
import { findActs } from '#newsroom/audit/find-acts.ts'
import { fileItems } from '#newsroom/batches/file-items.ts'
import { openBatch } from '#newsroom/batches/open-batch.ts'
import { undoBatch } from '#newsroom/batches/undo-batch.ts'
import { addComment, resolveThread } from '#newsroom/comments/add-comment.ts'
import { bringBackDraft } from '#newsroom/deleted-drafts/bring-back-draft.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import { uuid7 } from '#lib/uuid7.ts'
import { changeStories } from '#newsroom/desk-lists/change-stories.ts'
import { removeView, saveView } from '#newsroom/desk-lists/save-view.ts'
import { undoChange } from '#newsroom/desk-lists/undo-change.ts'
import { changeHouseRules } from '#newsroom/house-rules/change-house-rules.ts'
import { changeEmblem, removeEmblem } from '#newsroom/house-rules/change-emblem.ts'
import { changeVisibilityRule, fileVisibilityRule, removeVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { readHeldHouseRules } from '#newsroom/house-rules/read-held-house-rules.ts'
import { makeKey } from '#newsroom/keys/make-key.ts'
import { revokeKey } from '#newsroom/keys/revoke-key.ts'
import { admitMember } from '#newsroom/members/admit-member.ts'
import { changeMember, changeProfile } from '#newsroom/members/change-member.ts'
import { inviteAgain, inviteMember } from '#newsroom/members/invite-member.ts'
import { reinstateMember, suspendMember } from '#newsroom/members/suspend-member.ts'
import { addOldAddress, removeOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { answerPrivateLink, findPrivateLinks } from '#newsroom/private-links/answer-private-link.ts'
import { makePrivateLink, revokePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { archiveEntry, bringBackEntry } from '#newsroom/registers/archive-entry.ts'
import { changeEntry } from '#newsroom/registers/change-entry.ts'
import { mergeEntries, undoMerge } from '#newsroom/registers/merge-entries.ts'
import { moveEntry } from '#newsroom/registers/move-entry.ts'
import { clearStory, lookAtClearing } from '#newsroom/review/clear-story.ts'
import { sendBack } from '#newsroom/review/send-back.ts'
import { sendForReview, takeBack } from '#newsroom/review/send-for-review.ts'
import { changeLogo, removeLogo } from '#newsroom/settings/change-logo.ts'
import { changeSettings } from '#newsroom/settings/change-settings.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { nameRevision, restoreRevision } from '#newsroom/stories/restore-revision.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { spareTranslations } from '#newsroom/translations/spare-translations.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { admit, askForSecondPair, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import { findOperations } from '#test/operations.ts'

/** Operations that leave no line in the audit log, and why. */
const withoutLine: Record<string, string> = {
  takePen: 'who writes now changes by the minute, and the pen says so itself',
  putDownPen: 'who writes now changes by the minute, and the pen says so itself',
  seeNotices: 'what somebody has read is nobody’s business',
}

/** Operations that need a document or a machine of their own: their tests look for the line, and the code is read for it here. */
const readOnly = ['fillByMachine', 'importTranslation', 'importEntries', 'writePassages', 'markPassages', 'takeStructure']

const everything = { projects: null, sections: null, languages: null }
const via = { surface: 'desk', address: '192.0.2.7' } as const
const staff = [someone('Chloé', 'administrator'), someone('Boris', 'chief editor')] as const
const [chief, boris] = [
  { ...staff[0], via },
  { ...staff[1], via },
]

/** A day in which every operation succeeds once; each names the last act that it must leave behind. */
async function everyOperation(newsroom: TestNewsroom, done: (name: string) => Promise<void>): Promise<void> {
  await ofStories(newsroom, done)
  await ofReview(newsroom, done)
  await ofTheHouse(newsroom, done)
  await ofRegisters(newsroom, done)
  await ofLists(newsroom, done)
  await ofTheSite(newsroom, done)
}

type Done = (name: string) => Promise<void>

async function ofStories(newsroom: TestNewsroom, done: Done): Promise<void> {
  const { story, edition } = await fileStory(newsroom, chief, { language: 'en', content: ferry() })
  await done('fileStory')
  await fileEdition(newsroom, chief, { story, language: 'ar', content: ferry() })
  await done('fileEdition')
  const french = await translateEdition(newsroom, chief, { edition, language: 'fr' })
  await done('translateEdition')
  await saveRevision(newsroom, chief, { edition, madeFrom: 1, content: ferry({ summary: 'It sails.' }) })
  await done('saveRevision')
  await deleteDraft(newsroom, chief, { edition: french })
  await done('deleteDraft')
  await bringBackDraft(newsroom, chief, { edition: french })
  await done('bringBackDraft')
  await spareTranslations(newsroom, chief, { edition, revision: 2 })
  await done('spareTranslations')
  await nameRevision(newsroom, chief, { edition, revision: 1, name: 'As agreed' })
  await done('nameRevision')
  await restoreRevision(newsroom, chief, { edition, revision: 1 })
  await done('restoreRevision')
  await planRelease(newsroom, chief, { edition, at: new Date('2026-05-06T09:00:00Z') })
  await done('planRelease')
  await releaseStory(newsroom, chief, { edition })
  await done('releaseStory')
  await changeSlug(newsroom, chief, { edition, slug: 'another' })
  await done('changeSlug')
  await correctStory(newsroom, chief, { edition, correction: 'The day was wrong.' })
  await done('correctStory')
  await releaseStory(newsroom, chief, { edition, at: new Date('2026-05-06T09:00:00Z') })
  await done('releaseStory')
  await callOffRelease(newsroom, chief, { edition })
  await done('callOffRelease')
  await withdrawStory(newsroom, chief, { edition, reason: 'It was wrong.' })
  await done('withdrawStory')
}

async function ofReview(newsroom: TestNewsroom, done: Done): Promise<void> {
  const section = await addEntry(newsroom, chief, { register: 'sections', entry: { slug: 'strict', name: { en: 'Strict' } } })
  await done('addEntry')
  await askForSecondPair(newsroom, section, true)
  const { edition } = await fileStory(newsroom, chief, { language: 'en', content: ferry({ slug: 'reviewed', section }) })
  const thread = await addComment(newsroom, chief, { edition, words: 'Is this so?' })
  await done('addComment')
  await resolveThread(newsroom, chief, { edition, thread, isResolved: true })
  await done('resolveThread')
  const assignment = await assignStory(newsroom, chief, { edition, member: boris.id, task: 'Find a picture' })
  await done('assignStory')
  await finishAssignment(newsroom, boris, { edition, assignment })
  await done('finishAssignment')
  const token = await makePrivateLink(newsroom, chief, { edition, forWhom: 'A donor', days: 3 })
  await done('makePrivateLink')
  await answerPrivateLink(newsroom, token, { name: 'Dora', verdict: 'approved', words: '' }, via)
  await done('answerPrivateLink')
  const [made] = await findPrivateLinks(newsroom.db.writer, edition)
  await revokePrivateLink(newsroom, chief, { edition, link: made?.id ?? '' })
  await done('revokePrivateLink')
  await sendForReview(newsroom, chief, { edition })
  await done('sendForReview')
  await takeBack(newsroom, chief, { edition })
  await done('takeBack')
  await sendForReview(newsroom, chief, { edition })
  await sendBack(newsroom, boris, { edition, reason: 'Too long.' })
  await done('sendBack')
  await clearStory(newsroom, chief, { edition, revision: 1, aloneBecause: 'The river rises.' })
  await done('clearStory')
  const step = await newsroom.db.writer
    .selectFrom('newsroom.step')
    .select('id')
    .where('act', '=', 'cleared alone')
    .executeTakeFirstOrThrow()
  await lookAtClearing(newsroom, boris, { step: step.id })
  await done('lookAtClearing')
}

async function ofTheHouse(newsroom: TestNewsroom, done: Done): Promise<void> {
  const { memberId } = await inviteMember(newsroom, chief, { email: 'ana@example.org', name: 'Ana', role: 'editor', ...everything })
  await done('inviteMember')
  await inviteAgain(newsroom, chief, memberId)
  await done('inviteAgain')
  await admitMember(newsroom, memberId, { way: 'link', address: '192.0.2.9', isAfterCode: false })
  await done('admitMember')
  await changeMember(newsroom, chief, memberId, { name: 'Ana', role: 'contributor', ...everything, madeFrom: 1 })
  await done('changeMember')
  await changeProfile(newsroom, boris, boris.id, { name: 'Boris', language: 'fr', mailWish: 'daily' })
  await done('changeProfile')
  await suspendMember(newsroom, chief, memberId)
  await done('suspendMember')
  await reinstateMember(newsroom, chief, memberId)
  await done('reinstateMember')
  const { id: key } = await makeKey(newsroom, chief, { member: memberId, name: 'Statistics', scopes: ['read'], days: 3 })
  await done('makeKey')
  await revokeKey(newsroom, chief, { key })
  await done('revokeKey')
  const { version: madeFrom } = await readHeldHouseRules(newsroom.db.writer)
  await changeHouseRules(newsroom, chief, { levels: { summary: 'warn' }, madeFrom })
  await done('changeHouseRules')
  const funder = await fileOrganisation(newsroom, { slug: 'fund', name: { en: 'Osier Fund' }, kind: 'funder' })
  const rule = { funder, statement: { en: 'Paid for by Osier.' }, places: ['story' as const] }
  const id = await fileVisibilityRule(newsroom, chief, rule)
  await done('fileVisibilityRule')
  await changeVisibilityRule(newsroom, chief, { ...rule, rule: id, madeFrom: 1 })
  await done('changeVisibilityRule')
  await changeEmblem(newsroom, chief, { rule: id, language: 'zxx', bytes: drawing })
  await done('changeEmblem')
  await removeEmblem(newsroom, chief, { rule: id, language: 'zxx' })
  await done('removeEmblem')
  await removeVisibilityRule(newsroom, chief, { rule: id })
  await done('removeVisibilityRule')
  const batch = await openBatch(newsroom, 'listing.txt')
  const item = {
    content: ferry({ slug: 'of-old' }),
    language: 'en',
    key: 'old',
    oldAddress: null,
    rank: 0,
    publishedAt: null,
    suggestions: [],
  }
  await fileItems(newsroom, chief, { batch, items: [item], as: 'draft' })
  await done('fileItems')
  await undoBatch(newsroom, chief, batch)
  await done('undoBatch')
}

async function ofRegisters(newsroom: TestNewsroom, done: Done): Promise<void> {
  const add = (slug: string) => addEntry(newsroom, chief, { register: 'topics', entry: { slug, name: { en: slug } } })
  const [id, into] = [await add('rivers'), await add('water')]
  await changeEntry(newsroom, chief, { register: 'topics', id, madeFrom: 1, entry: { name: { en: 'Great rivers' } } })
  await done('changeEntry')
  await moveEntry(newsroom, chief, { register: 'topics', id, slug: 'great-rivers' })
  await done('moveEntry')
  await archiveEntry(newsroom, chief, { register: 'topics', id })
  await done('archiveEntry')
  await bringBackEntry(newsroom, chief, { register: 'topics', id })
  await done('bringBackEntry')
  await mergeEntries(newsroom, chief, { register: 'topics', entry: id, into })
  await done('mergeEntries')
  await undoMerge(newsroom, chief, { register: 'topics', entry: id })
  await done('undoMerge')
}

async function ofLists(newsroom: TestNewsroom, done: Done): Promise<void> {
  const { edition } = await fileStory(newsroom, chief, { language: 'en', content: ferry({ slug: 'one-of-many' }) })
  const project = await addEntry(newsroom, chief, {
    register: 'projects',
    entry: { slug: 'oued', title: { en: 'Oued' }, status: 'running' },
  })
  const id = uuid7(newsroom.clock.now())
  await changeStories(newsroom, chief, { id, editions: [edition], change: { kind: 'add project', project } })
  await done('changeStories')
  await undoChange(newsroom, chief, { change: id })
  await done('undoChange')
  const view = await saveView(newsroom, chief, { name: 'Mine', query: 'own=yes' })
  await done('saveView')
  await removeView(newsroom, chief, { view })
  await done('removeView')
}

const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>')

async function ofTheSite(newsroom: TestNewsroom, done: Done): Promise<void> {
  const { name, tagline, languages, timeZone, accent, navigation, footer, version } = await readSettings(newsroom.db.writer)
  const settings = { name, tagline: { ...tagline, en: 'News from both banks' }, languages, timeZone, accent, navigation, footer }
  await changeSettings(newsroom, chief, { ...settings, madeFrom: version })
  await done('changeSettings')
  await changeLogo(newsroom, chief, { bytes: drawing })
  await done('changeLogo')
  await removeLogo(newsroom, chief)
  await done('removeLogo')
  await addOldAddress(newsroom, chief, { path: '/about-us.html', to: '/projects' })
  await done('addOldAddress')
  await removeOldAddress(newsroom, chief, { path: '/about-us.html' })
  await done('removeOldAddress')
}

describe.each(engines)('on %s', (engine) => {
  test('whatever is done leaves a line of who did it, from where', { timeout: 120_000 }, async () => {
    await using newsroom = await newsroomOn(engine)
    await admit(newsroom, ...staff)
    const seen = new Set<string>()
    let lines = 0
    await everyOperation(newsroom, async (name) => {
      const { acts } = await findActs(newsroom.db.writer, {}, 1000)
      expect(acts.length, `${name} adds a line`).toBeGreaterThan(lines)
      const line = acts.find(({ act }) => act === name)
      expect(line, name).toMatchObject({ surface: 'desk', address: expect.stringMatching(/^192\.0\.2\./) })
      expect(line?.name, name).not.toBe('')
      lines = acts.length
      seen.add(name)
    })
    const names = (await findOperations()).map(({ name }) => name)
    expect(names.filter((name) => !seen.has(name) && !(name in withoutLine) && !readOnly.includes(name))).toEqual([])
    expect([...Object.keys(withoutLine), ...readOnly].filter((name) => !names.includes(name))).toEqual([])
  })

  test('what a browser saves by itself leaves no line, and what was refused leaves none', async () => {
    await using newsroom = await newsroomOn(engine)
    const { edition } = await fileStory(newsroom, chief, { language: 'en', content: ferry() })
    const count = async () => (await findActs(newsroom.db.writer, {}, 1000)).acts.length
    const before = await count()
    await saveRevision(newsroom, chief, { edition, madeFrom: 1, content: ferry({ summary: 'It sails.' }), isAutosave: true })
    await expect(releaseStory(newsroom, someone('Olga', 'observer'), { edition })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await count()).toBe(before)
  })
})

test('an operation that is not walked says in its code what it was', async () => {
  const found = (await findOperations()).filter(({ name }) => readOnly.includes(name))
  const codeOf = (file: string) => readFile(new URL(`../src/newsroom/${file}`, import.meta.url), 'utf8')
  const silent = await Promise.all(found.map(async ({ name, file }) => ((await codeOf(file)).includes(`act: '${name}'`) ? [] : [name])))
  expect(silent.flat()).toEqual([])
})
