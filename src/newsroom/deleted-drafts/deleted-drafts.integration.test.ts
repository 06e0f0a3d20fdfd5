import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { findActs } from '../audit/find-acts.ts'
import { addSectionFor } from '../batches/add-section-for.ts'
import { fileItems } from '../batches/file-items.ts'
import { openBatch } from '../batches/open-batch.ts'
import { undoBatch } from '../batches/undo-batch.ts'
import { operator } from '../members/member.ts'
import { findNotices } from '../notices/find-notices.ts'
import { answerPrivateLink, openPrivateLink } from '../private-links/answer-private-link.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { addEntry } from '../registers/add-entry.ts'
import { mergeEntries } from '../registers/merge-entries.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { callOffRelease } from '../stories/call-off-release.ts'
import { readEdition } from '../stories/edition-store.ts'
import { fileEdition, fileStory } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { countPassages } from '../stories/passages/followed.ts'
import { findTranslation } from '../stories/passages/translation-store.ts'
import { translateEdition } from '../translations/translate-edition.ts'
import { bringBackDraft } from './bring-back-draft.ts'
import { clearDeletedDrafts } from './clear-deleted-drafts.ts'
import { deleteDraft } from './delete-draft.ts'
import { findDeleted, listDeletedDrafts } from './find-deleted-drafts.ts'

const day = 86_400_000
const [ana, ben, chief] = [someone('Ana', 'contributor'), someone('Ben', 'contributor'), someone('Chloé', 'chief editor')]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let of: Awaited<ReturnType<typeof sectionsAndProjects>>
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    of = await sectionsAndProjects(newsroom)
    ben.projects = [of.theirs]
    await admit(newsroom, ana, ben, chief)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  let filed = 0
  const file = async (over: Parameters<typeof ferry>[0] = {}) => {
    filed += 1
    return fileStory(newsroom, ana, { language: 'en', content: ferry({ headline: `Raft ${filed}`, slug: '', ...over }) })
  }
  const remove = (edition: string, by = ana) => deleteDraft(newsroom, by, { edition })
  const bringBack = (edition: string, by = ana) => bringBackDraft(newsroom, by, { edition })
  const isThere = (edition: string) =>
    readEdition(newsroom.db.writer, edition).then(
      () => true,
      () => false,
    )
  const listed = async (by = ana) => (await listDeletedDrafts(newsroom.db.writer, by, newsroom.clock.now())).map(({ edition }) => edition)

  test('a contributor deletes her own draft and brings it back; the log tells of both', async () => {
    const { edition } = await file()
    expect(await remove(edition)).toEqual({ other: null })
    expect(await isThere(edition)).toBe(false)
    expect(await listed()).toContain(edition)
    const why = await findDeleted(newsroom.db.writer, ana, edition, newsroom.clock.now())
    expect(why).toMatchObject({ code: 'draft-deleted', mayBringBack: true, values: { by: 'Ana', until: '2026-06-04T09:00:00.000Z' } })
    await bringBack(edition)
    expect(await isThere(edition)).toBe(true)
    expect(await listed()).not.toContain(edition)
    const { acts } = await findActs(newsroom.db.writer, { object: edition })
    expect(acts.map(({ act }) => act)).toEqual(['bringBackDraft', 'deleteDraft', 'fileStory'])
    await expect(bringBack(edition), 'once more changes nothing').resolves.toBeUndefined()
  })

  test('others’ drafts are for editors: whoever may not delete one may not bring it back, and learns nothing of it', async () => {
    const { edition } = await file({ projects: [of.ours] })
    await expect(remove(edition, ben)).rejects.toMatchObject({ code: 'not-allowed' })
    const given = someone('Dan', 'contributor', { projects: [of.ours] })
    await expect(remove(edition, given), 'given to her, but filed by another').rejects.toMatchObject({ code: 'not-allowed' })
    await sendForReview(newsroom, ana, { edition })
    await expect(remove(edition), 'an editor has it').rejects.toMatchObject({ code: 'not-allowed' })
    await remove(edition, chief)
    expect([await listed(ben), await findDeleted(newsroom.db.writer, ben, edition, newsroom.clock.now())]).toEqual([[], undefined])
    expect(await listed(given)).toContain(edition)
    for (const by of [ben, given, someone('Olga', 'observer'), someone('Elsa', 'editor', { projects: [of.theirs] })])
      await expect(bringBack(edition, by)).rejects.toMatchObject({ code: 'not-allowed' })
    await bringBack(edition, someone('Fay', 'administrator', { projects: [of.theirs] }))
    await remove(edition, chief)
    await bringBack(edition)
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ state: 'in review', filedBy: ana.id })
  })

  test('she whose draft an editor deleted is told, until it is back; who deletes her own is not', async () => {
    const { edition } = await file({ headline: 'A raft of planks' })
    const told = async () =>
      (await findNotices(newsroom.db.writer, ana)).flatMap(({ kind, by, headline }) => (kind === 'deleted' ? [[by, headline]] : []))
    await remove(edition)
    await bringBack(edition)
    const before = await told()
    await remove(edition, chief)
    expect(await told()).toEqual([['Chloé', 'A raft of planks'], ...before])
    await bringBack(edition, chief)
    expect(await told()).toEqual(before)
  })

  test('what readers have had is never deleted, and what they are to have only once it is called off', async () => {
    const { edition } = await file({ slug: 'had' })
    const at = new Date(newsroom.clock.now().getTime() + day)
    await releaseStory(newsroom, chief, { edition, at })
    await expect(remove(edition, chief)).rejects.toMatchObject({ code: 'draft-scheduled' })
    await callOffRelease(newsroom, chief, { edition })
    await remove(edition, chief)
    await bringBack(edition, chief)
    await releaseStory(newsroom, chief, { edition })
    await expect(remove(edition, chief)).rejects.toMatchObject({ code: 'draft-released' })
    await withdrawStory(newsroom, chief, { edition, reason: 'It was wrong.' })
    await expect(remove(edition, chief)).rejects.toMatchObject({ code: 'draft-released' })
  })

  test('a translation begun by mistake goes alone; what it was made from stands as long as it does', async () => {
    const { story, edition } = await file()
    const french = await translateEdition(newsroom, ana, { edition, language: 'fr' })
    await expect(remove(edition)).rejects.toMatchObject({ code: 'draft-is-source', values: { language: 'fr' } })
    expect(await remove(french)).toEqual({ other: edition })
    const arabic = await fileEdition(newsroom, ana, { story, language: 'ar', content: ferry() })
    await remove(edition)
    await expect(bringBack(french)).rejects.toMatchObject({ code: 'source-deleted' })
    expect(await remove(arabic)).toEqual({ other: null })
    await expect(bringBack(edition)).rejects.toMatchObject({ code: 'story-deleted' })
    for (const one of [arabic, edition, french]) await bringBack(one)
    expect((await readEdition(newsroom.db.writer, french)).story).toBe(story)
  })

  test('a translation that comes back is behind where its source was saved meanwhile', async () => {
    const { edition } = await file()
    const french = await translateEdition(newsroom, ana, { edition, language: 'fr' })
    const save = (madeFrom: number, summary: string) =>
      saveRevision(newsroom, ana, { edition, madeFrom, content: ferry({ slug: '', summary }), isAutosave: true })
    const number = await save(1, 'It floats.')
    await remove(french)
    await save(await save(number, 'It floats again.'), 'It floats once more.')
    await bringBack(french)
    const translation = await findTranslation(newsroom.db.writer, french)
    expect(translation?.sourceRevision).toBe((await readEdition(newsroom.db.writer, edition)).revision)
    const untouched = await translateEdition(newsroom, ana, { edition, language: 'ar' })
    const fresh = await findTranslation(newsroom.db.writer, untouched)
    expect(countPassages(translation?.passages ?? []).waiting).toBe(countPassages(fresh?.passages ?? []).waiting)
  })

  test('a language that another edition took meanwhile is refused until that one goes', async () => {
    const { story, edition } = await file()
    const french = await fileEdition(newsroom, ana, { story, language: 'fr', content: ferry() })
    await remove(french)
    const again = await fileEdition(newsroom, ana, { story, language: 'fr', content: ferry() })
    await expect(bringBack(french)).rejects.toMatchObject({ code: 'language-taken', values: { language: 'fr' } })
    await remove(again)
    await bringBack(french)
    expect([await isThere(french), await isThere(again), await isThere(edition)]).toEqual([true, false, true])
  })

  test('an address that another story took meanwhile is told when it is to be released, as ever', async () => {
    const { edition } = await file({ slug: 'taken' })
    await remove(edition)
    await releaseStory(newsroom, chief, { edition: (await file({ slug: 'taken' })).edition })
    await bringBack(edition)
    await expect(releaseStory(newsroom, chief, { edition })).rejects.toMatchObject({ code: 'address-taken' })
  })

  test('a draft whose project was merged meanwhile comes back to the one that stands for it', async () => {
    const { edition } = await file({ projects: [of.ours], section: of.free })
    await remove(edition)
    await mergeEntries(newsroom, chief, { register: 'projects', entry: of.ours, into: of.theirs })
    await bringBack(edition)
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ projects: [of.theirs], section: of.free })
  })

  test('a link for people outside is as dead as any while its draft is deleted, and lives on after', async () => {
    const { edition } = await file()
    const token = await makePrivateLink(newsroom, chief, { edition, forWhom: 'The donor', days: 3 })
    await remove(edition)
    const approval = { name: 'Rosa', verdict: 'approved', words: '' } as const
    expect(await openPrivateLink(newsroom.db.writer, token, newsroom.clock.now())).toBeUndefined()
    await expect(answerPrivateLink(newsroom, token, approval)).rejects.toMatchObject({ code: 'no-such-link' })
    await bringBack(edition, chief)
    await answerPrivateLink(newsroom, token, approval)
  })

  test('nobody brings a link for people outside back who could make none', async () => {
    const { edition } = await file()
    const token = await makePrivateLink(newsroom, chief, { edition, forWhom: 'The donor', days: 3 })
    await remove(edition)
    await bringBack(edition)
    expect(await openPrivateLink(newsroom.db.writer, token, newsroom.clock.now())).toBeUndefined()
  })

  test('a draft that was brought in goes and comes back too, unless it was brought in again', async () => {
    const batch = await openBatch(newsroom, 'listing.txt')
    const section = await addSectionFor(newsroom, batch, { label: 'Of old', slug: 'of-old', language: 'en' })
    const content = ferry({ slug: 'of-old', section })
    const items = [{ content, language: 'en', key: 'old', oldAddress: null, rank: 0, publishedAt: null, suggestions: [] }]
    await fileItems(newsroom, operator, { batch, items, as: 'draft' })
    const edition = await editionOf('old')
    await remove(edition, operator)
    const next = await openBatch(newsroom, 'listing-2.txt')
    await fileItems(newsroom, operator, { batch: next, items, as: 'draft' })
    await expect(bringBack(edition, operator)).rejects.toMatchObject({ code: 'filed-again' })
    for (const one of [next, batch]) await undoBatch(newsroom, operator, one)
    await bringBack(edition, operator)
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ section })
  })

  const editionOf = async (key: string) =>
    (
      await newsroom.db.writer
        .selectFrom('newsroom.edition as edition')
        .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
        .select('edition.id')
        .where('story.origin_key', '=', key)
        .executeTakeFirstOrThrow()
    ).id

  test('what somebody saved since is not deleted unseen, and of many who save and delete at once nobody breaks', async () => {
    const { edition } = await file()
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ slug: '', summary: 'Newer.' }) })
    await expect(deleteDraft(newsroom, ana, { edition, revision: 1 })).rejects.toMatchObject({ code: 'stale-revision' })
    const token = await makePrivateLink(newsroom, chief, { edition, forWhom: 'The donor', days: 3 })
    const acts = Array.from({ length: 4 }, (_, n) => [
      remove(edition),
      saveRevision(newsroom, ana, { edition, madeFrom: 2, content: ferry({ slug: '', summary: `Save ${n}` }) }),
      translateEdition(newsroom, ana, { edition, language: n % 2 === 0 ? 'fr' : 'ar' }),
      answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'refused', words: 'No.' }),
      bringBack(edition),
    ]).flat()
    const broken = (await Promise.allSettled(acts)).filter((one) => one.status === 'rejected' && !(one.reason instanceof Failure))
    expect(broken).toEqual([])
  })

  test('who is given what a draft’s section or project was merged into has the draft as well', async () => {
    const add = (register: 'sections' | 'projects', slug: string) =>
      addEntry(newsroom, chief, { register, entry: { slug, status: 'running', title: { en: slug }, name: { en: slug } } })
    const [old, kept] = [await add('sections', 'rivers'), await add('sections', 'waters')]
    const [raft, rafts] = [await add('projects', 'raft'), await add('projects', 'rafts')]
    const elsa = someone('Elsa', 'editor', { sections: [kept], projects: [rafts] })
    const dan = someone('Dan', 'contributor', { sections: [kept], projects: [rafts] })
    const { edition } = await file({ section: old, projects: [raft] })
    await remove(edition)
    expect(await listed(dan)).not.toContain(edition)
    await mergeEntries(newsroom, chief, { register: 'sections', entry: old, into: kept })
    await mergeEntries(newsroom, chief, { register: 'projects', entry: raft, into: rafts })
    expect(await listed(dan)).toContain(edition)
    await bringBack(edition, elsa)
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ section: kept, projects: [rafts] })
  })

  test('after thirty days it is gone for good, a portion at a time, and nothing younger with it', async () => {
    const { edition: old } = await file()
    await remove(old)
    const { rows: _, ...like } = await newsroom.db.writer
      .selectFrom('newsroom.deleted_draft')
      .selectAll()
      .where('edition_id', '=', old)
      .executeTakeFirstOrThrow()
    const ids = Array.from({ length: 120 }, (_one, n) => `01900000-0000-7000-8000-${String(n).padStart(12, 'd')}`)
    await newsroom.db.writer
      .insertInto('newsroom.deleted_draft')
      .values(ids.map((id) => ({ ...like, edition_id: id })))
      .execute()
    newsroom.clock.advance(1000)
    const { edition: young } = await file()
    await remove(young)
    newsroom.clock.advance(30 * day - 1001)
    expect(await clearDeletedDrafts(newsroom)).toBe(0)
    await bringBack(old)
    newsroom.clock.advance(1)
    await expect(bringBack(ids[0] ?? '')).rejects.toMatchObject({ code: 'no-such-edition' })
    expect(await listed()).toEqual([young])
    expect(await clearDeletedDrafts(newsroom)).toBeGreaterThanOrEqual(120)
    expect(await clearDeletedDrafts(newsroom)).toBe(0)
    const { acts } = await findActs(newsroom.db.writer, { act: 'clearDeletedDrafts', object: ids[0] ?? '' })
    expect(acts).toMatchObject([{ by: 'the newsroom itself', member: null, name: like.headline, surface: 'schedule', kind: 'edition' }])
    await bringBack(young)
  })
})
