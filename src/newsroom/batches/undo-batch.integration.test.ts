import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

import { assignStory } from '../assignments/assign-story.ts'
import { addComment } from '../comments/add-comment.ts'
import { deleteDraft } from '../deleted-drafts/delete-draft.ts'
import { readHeldHouseRules } from '../house-rules/read-held-house-rules.ts'
import { inviteMember } from '../members/invite-member.ts'
import { operator } from '../members/member.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { readSettings } from '../settings/read-settings.ts'
import { changeSettings } from '../settings/change-settings.ts'
import { lockEdition, addRevision } from '../stories/edition-store.ts'
import { fileEdition } from '../stories/file-story.ts'
import { planRelease } from '../stories/plan-release.ts'
import { releaseStory } from '../stories/release-story.ts'
import { nameRevision } from '../stories/restore-revision.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { addSectionFor } from './add-section-for.ts'
import { fileItems } from './file-items.ts'
import { openBatch } from './open-batch.ts'
import { undoBatch } from './undo-batch.ts'

type Brought = { batch: string; story: string; edition: string; section: string }
let feeds = 0

describe.each(engines)('taking a batch back, on %s', (engine) => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  /** Two stories of a section of their own; of one of them its names. */
  async function bringIn(as: 'draft' | 'published' = 'draft'): Promise<Brought> {
    feeds += 1
    const batch = await openBatch(newsroom, `feed ${feeds}`)
    const section = await addSectionFor(newsroom, batch, { label: `Section ${feeds}`, slug: `section-${feeds}`, language: 'en' })
    const items = [1, 2].map((number) => ({
      key: `${feeds}-${number}`,
      oldAddress: `/index.php?id=${feeds}${number}`,
      language: 'en',
      content: ferry({ headline: `Report ${feeds}-${number}`, section }),
      publishedAt: new Date('2020-05-04T10:00:00Z'),
      rank: 0,
      suggestions: [],
    }))
    await fileItems(newsroom, operator, { batch, items, as })
    const row = await newsroom.db.writer
      .selectFrom('newsroom.edition as edition')
      .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
      .select(['story.id as story', 'edition.id as edition'])
      .where('story.batch_id', '=', batch)
      .orderBy('edition.id')
      .executeTakeFirstOrThrow()
    return { ...row, batch, section }
  }

  const isThere = async (section: string): Promise<boolean> => {
    const rows = await newsroom.db.writer.selectFrom('newsroom.section').select('id').where('id', '=', section).execute()
    return rows.length > 0
  }

  const work: [string, 'draft' | 'published', (of: Brought) => Promise<unknown>][] = [
    ['somebody added an edition to', 'draft', ({ story }) => fileEdition(newsroom, edit, { story, language: 'fr', content: ferry() })],
    ['somebody released', 'draft', ({ edition }) => releaseStory(newsroom, edit, { edition })],
    ['somebody withdrew', 'published', ({ edition }) => withdrawStory(newsroom, edit, { edition, reason: 'It is wrong.' })],
    ['somebody said something of', 'draft', ({ edition }) => addComment(newsroom, edit, { edition, words: 'Is it so?' })],
    ['somebody gave somebody', 'draft', ({ edition }) => give(edition)],
    ['somebody showed', 'draft', ({ edition }) => makePrivateLink(newsroom, edit, { edition, forWhom: 'Rosa', days: 3 })],
    ['somebody planned', 'draft', ({ edition }) => planRelease(newsroom, edit, { edition, at: newsroom.clock.now() })],
    ['somebody named', 'draft', ({ edition }) => nameRevision(newsroom, edit, { edition, revision: 1, name: 'As it was' })],
    ['somebody deleted, and may bring back, an edition of', 'draft', ({ story }) => addAndDelete(story)],
  ]
  test.each(work)('a batch with a story that %s is not taken back', async (_who, as, act) => {
    const brought = await bringIn(as)
    await act(brought)
    const before = await newsroom.db.writer.selectFrom('newsroom.revision').selectAll().orderBy('edition_id').execute()
    await expect(undoBatch(newsroom, operator, brought.batch)).rejects.toMatchObject({
      code: 'batch-edited',
      message: expect.stringContaining(' 1 stories '),
    })
    expect(await newsroom.db.writer.selectFrom('newsroom.revision').selectAll().orderBy('edition_id').execute()).toEqual(before)
  })

  test('a draft of a batch that was deleted whole waits for its thirty days, and the rest goes', async () => {
    const { batch, edition, section } = await bringIn()
    await deleteDraft(newsroom, edit, { edition })
    expect(await undoBatch(newsroom, operator, batch)).toBe(1)
    expect(await isThere(section)).toBe(true)
  })

  test('a save that is under way when a batch is taken back is not lost', async () => {
    const { batch, edition } = await bringIn()
    const { resolve: letGo, promise: isWaited } = Promise.withResolvers<void>()
    const { resolve: begin, promise: isBegun } = Promise.withResolvers<void>()
    const saving = newsroom.db.transact(async (tx) => {
      await lockEdition(tx, edition)
      await addRevision(tx, edit, { edition, number: 2, content: ferry({ slug: `under-way-${engine}` }), at: newsroom.clock.now() })
      begin()
      await isWaited
    })
    await isBegun
    const undoing = undoBatch(newsroom, operator, batch)
    const outcome = undoing.catch((error: unknown) => error)
    // The embedded database does one thing after another, and so waits as well.
    if (engine === 'postgres') await expect.poll(() => countWaiting(), { timeout: 10_000 }).toBeGreaterThan(0)
    letGo()
    await saving
    expect(await outcome).toMatchObject({ code: 'batch-edited' })
  })

  test('a section that a batch added goes with it, and the house rules are of no earlier version for it', async () => {
    const { batch, section } = await bringIn('published')
    const { version } = await readHeldHouseRules(newsroom.db.writer)
    await undoBatch(newsroom, operator, batch)
    expect(await isThere(section)).toBe(false)
    expect((await readHeldHouseRules(newsroom.db.writer)).version).toBe(version)
  })

  const uses: [string, (of: Brought) => Promise<unknown>][] = [
    ['another story was moved into', async ({ section }) => moved(section)],
    [
      'another story stood in once',
      async ({ section }) => saveRevision(newsroom, edit, { edition: await moved(section), madeFrom: 2, content: ferry() }),
    ],
    ['a member was given', ({ section }) => invite([section])],
    ['stands in the navigation', ({ section }) => putInNavigation(section)],
    ['somebody changed', ({ section }) => sql`update newsroom.section set version = 2 where id = ${section}`.execute(newsroom.db.writer)],
  ]
  test.each(uses)('a section that %s stays', async (_who, use) => {
    const brought = await bringIn()
    await use(brought)
    await undoBatch(newsroom, operator, brought.batch)
    expect(await isThere(brought.section)).toBe(true)
  })

  async function moved(section: string): Promise<string> {
    const { edition } = await draft(newsroom)
    await saveRevision(newsroom, edit, { edition, madeFrom: 1, content: ferry({ section }) })
    return edition
  }

  async function addAndDelete(story: string): Promise<void> {
    const edition = await fileEdition(newsroom, edit, { story, language: 'fr', content: ferry() })
    await deleteDraft(newsroom, edit, { edition })
  }

  async function give(edition: string): Promise<void> {
    const member = await invite(null)
    await newsroom.db.writer.updateTable('newsroom.member').set({ state: 'active' }).where('id', '=', member).execute()
    await assignStory(newsroom, edit, { edition, member, task: 'Check the names' })
  }

  async function invite(sections: string[] | null): Promise<string> {
    const everything = { projects: null, languages: null }
    const email = `someone-${feeds}@example.org`
    const { memberId } = await inviteMember(newsroom, operator, { email, name: 'Someone', role: 'editor', sections, ...everything })
    return memberId
  }

  async function putInNavigation(section: string): Promise<void> {
    const { version, ...settings } = await readSettings(newsroom.db.writer)
    await changeSettings(newsroom, operator, {
      ...settings,
      madeFrom: version,
      navigation: [{ kind: 'news' }, { kind: 'section', section }],
    })
  }

  async function countWaiting(): Promise<number> {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      newsroom.db.owner,
    )
    return rows[0]?.n ?? 0
  }
})
