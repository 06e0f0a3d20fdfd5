import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { assignStory, finishAssignment } from '../assignments/assign-story.ts'
import { findAssignments } from '../assignments/find-assignments.ts'
import { readOverview } from '../desk-lists/read-overview.ts'
import type { Member } from '../members/member.ts'
import { countNotices, findNotices, seeNotices } from '../notices/find-notices.ts'
import { mailNotices } from '../notices/mail-notices.ts'
import { fileStory } from '../stories/file-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { addComment, resolveThread } from './add-comment.ts'
import { findThreads } from './find-comments.ts'

const [ana, ben, eva] = [someone('Ana Lungu', 'contributor'), someone('Ben', 'editor'), someone('Eva', 'chief editor')]
const olga = someone('Olga', 'observer')
const nameless = someone('', 'editor')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let edition: string
  let ours: string
  let cem: Member
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    ours = places.ours
    cem = someone('Cem', 'contributor', { projects: [places.theirs] })
    await admit(newsroom, ana, ben, eva, olga, cem, nameless)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.advance(60_000)
    ;({ edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ projects: [ours] }) }))
  })

  const say = (by: Member, words: string, thread?: string) =>
    addComment(newsroom, by, { edition, words, ...(thread !== undefined && { thread }) })
  /** What a member was told of this story, oldest first. */
  const told = async (member: Member): Promise<string[]> => {
    const notices = await findNotices(newsroom.db.writer, member)
    return notices.flatMap((notice) => (notice.edition === edition ? [`${notice.by} ${notice.kind}`] : [])).toReversed()
  }

  test('a comment stands at its place; answers follow it; the thread is closed and opened again', async () => {
    const anchor = { exact: 'forty lorries', prefix: 'carries ', suffix: ' a day' }
    const thread = await addComment(newsroom, ben, { edition, words: 'Forty?', anchor })
    newsroom.clock.advance(1000)
    await say(ana, 'Forty.', thread)
    await resolveThread(newsroom, ana, { edition, thread, isResolved: true })
    expect(await findThreads(newsroom.db.writer, edition)).toMatchObject([
      {
        id: thread,
        anchor,
        isResolved: true,
        comments: [
          { by: 'Ben', words: 'Forty?', revision: 1 },
          { by: 'Ana Lungu', words: 'Forty.' },
        ],
      },
    ])
    await resolveThread(newsroom, ben, { edition, thread, isResolved: false })
    expect(await findThreads(newsroom.db.writer, edition)).toMatchObject([{ isResolved: false }])
  })

  test('the author and whoever spoke are told; nobody is told of their own words, or twice', async () => {
    const thread = await say(ben, 'Forty?')
    newsroom.clock.advance(1000)
    await say(ana, 'Forty.', thread)
    newsroom.clock.advance(1000)
    await say(eva, '@Ben, is it so?', thread)
    expect(await told(ana)).toEqual(['Ben commented', 'Eva commented'])
    expect(await told(ben)).toEqual(['Ana Lungu commented', 'Eva mentioned'])
    expect(await told(eva)).toEqual([])
  })

  test('whoever may not read the story hears nothing of it, and who has no name is not meant by every “@”', async () => {
    await say(ben, '@Cem and @Olga: see a@b.org')
    expect(await told(cem)).toEqual([])
    expect(await told(olga)).toEqual(['Ben mentioned'])
    expect(await told(nameless)).toEqual([])
  })

  test('an answer to a thread of another story is refused, and so are no words and too many', async () => {
    const other = await fileStory(newsroom, ana, { language: 'en', content: ferry() })
    const thread = await addComment(newsroom, ben, { edition: other.edition, words: 'Here.' })
    await expect(say(ben, 'There.', thread)).rejects.toMatchObject({ code: 'no-such-thread' })
    await expect(resolveThread(newsroom, ben, { edition, thread, isResolved: true })).rejects.toMatchObject({ code: 'no-such-thread' })
    await expect(say(ben, '  ')).rejects.toMatchObject({ code: 'bad-comment' })
    await expect(say(ben, 'x'.repeat(2001))).rejects.toMatchObject({ code: 'words-too-long' })
    await say(ben, ` ${'x'.repeat(2000)} `)
  })

  test('an observer reads and is silent', async () => {
    await expect(say(olga, 'Nice.')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('what is asked of someone waits on their desk by its day, until it is done', async () => {
    const ask = (task: string, dueOn: string | null) => assignStory(newsroom, ben, { edition, member: ana.id, task, dueOn })
    await ask('Some day', null)
    const late = await ask('Find a picture', '2026-05-09')
    await ask('Call the ferryman', '2026-05-07')
    const tasks = async () =>
      (await readOverview(newsroom.db.writer, ana, newsroom.clock.now())).tasks.filter((task) => task.edition === edition)
    expect((await tasks()).map(({ task, dueOn }) => [task, dueOn])).toEqual([
      ['Call the ferryman', '2026-05-07'],
      ['Find a picture', '2026-05-09'],
      ['Some day', null],
    ])
    expect(await told(ana)).toEqual(['Ben assigned', 'Ben assigned', 'Ben assigned'])
    await finishAssignment(newsroom, ana, { edition, assignment: late })
    expect((await tasks()).map(({ task }) => task)).toEqual(['Call the ferryman', 'Some day'])
    expect((await findAssignments(newsroom.db.writer, edition)).map(({ member }) => member)).toEqual(['Ana Lungu', 'Ana Lungu'])
  })

  test('nobody is asked to do what they may not, or who is not here', async () => {
    const ask = (member: string) => assignStory(newsroom, ben, { edition, member, task: 'Write it' })
    await expect(ask(cem.id)).rejects.toMatchObject({ code: 'not-given' })
    await expect(ask(olga.id)).rejects.toMatchObject({ code: 'not-given' })
    await expect(ask(someone('Gone', 'editor').id)).rejects.toMatchObject({ code: 'no-such-member' })
    await newsroom.db.writer.updateTable('newsroom.member').set({ state: 'suspended' }).where('id', '=', eva.id).execute()
    await expect(ask(eva.id)).rejects.toMatchObject({ code: 'no-such-member' })
    await newsroom.db.writer.updateTable('newsroom.member').set({ state: 'active' }).where('id', '=', eva.id).execute()
  })

  test('whoever may no longer read a story is told no word of it: not by badge, not among the news, not as a task, not by mail', async () => {
    const { ours, theirs } = places
    const dan = someone('Dan', 'contributor', { projects: [ours] })
    await admit(newsroom, dan)
    await say(ben, '@Dan, is it forty?')
    await assignStory(newsroom, ben, { edition, member: dan.id, task: 'Call the ferryman' })
    expect(await countNotices(newsroom.db.writer, dan)).toBe(2)
    await saveRevision(newsroom, ben, { edition, madeFrom: 1, content: ferry({ projects: [theirs] }) })
    await say(ben, 'A secret of theirs.')
    expect(await countNotices(newsroom.db.writer, dan)).toBe(0)
    expect(await findNotices(newsroom.db.writer, dan)).toEqual([])
    expect((await readOverview(newsroom.db.writer, dan, newsroom.clock.now())).tasks).toEqual([])
    newsroom.clock.advance(10 * 60_000)
    const mails: string[] = []
    const mailer = { send: (mail: { to: string }) => Promise.resolve(void mails.push(mail.to)) }
    const write = ({ to }: { to: string }) => ({ to, subject: 'News', text: 'News' })
    await mailNotices(newsroom, { mailer, write })
    expect(mails).toContain(`${ana.id}@example.org`)
    expect(mails).not.toContain(`${dan.id}@example.org`)
  })

  test('a badge counts what is new; seeing one story leaves the others, and everyone else’s', async () => {
    const before = await countNotices(newsroom.db.writer, ana)
    const other = await fileStory(newsroom, ana, { language: 'en', content: ferry() })
    await say(ben, 'One.')
    await addComment(newsroom, ben, { edition: other.edition, words: '@Eva, two.' })
    expect(await countNotices(newsroom.db.writer, ana)).toBe(before + 2)
    await seeNotices(newsroom, ana, { edition })
    expect(await countNotices(newsroom.db.writer, ana)).toBe(before + 1)
    const evas = await countNotices(newsroom.db.writer, eva)
    const [evasNotice] = await findNotices(newsroom.db.writer, eva)
    await seeNotices(newsroom, ana, { notices: [evasNotice?.id ?? ''] })
    await seeNotices(newsroom, ana, {})
    expect([await countNotices(newsroom.db.writer, ana), await countNotices(newsroom.db.writer, eva)]).toEqual([0, evas])
  })
})
