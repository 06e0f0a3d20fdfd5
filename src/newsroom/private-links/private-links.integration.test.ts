import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import { untilWaiting } from '#test/waiting.ts'

import { operator } from '../members/member.ts'
import { reinstateMember, suspendMember } from '../members/suspend-member.ts'
import { findThreads } from '../comments/find-comments.ts'
import { findNotices } from '../notices/find-notices.ts'
import { lockEdition } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { listRevisions } from '../stories/read-writing.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { answerPrivateLink, findPrivateLinks, openPrivateLink } from './answer-private-link.ts'
import { findRefusals } from './find-refusals.ts'
import { makePrivateLink, revokePrivateLink } from './make-private-link.ts'
import { longestDays } from './private-link.ts'

const [ana, ben] = [someone('Ana', 'contributor'), someone('Ben', 'editor')]
const day = 86_400_000
const caught = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  )
const approval = { name: 'Rosa', verdict: 'approved', words: '' } as const

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let edition: string
  let token: string

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ana, ben)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    ;({ edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ summary: 'As shown.' }) }))
    token = await makePrivateLink(newsroom, ben, { edition, forWhom: 'The donor', days: 3 })
  })

  const opened = () => openPrivateLink(newsroom.db.writer, token, newsroom.clock.now())
  const links = () => findPrivateLinks(newsroom.db.writer, edition)

  test('it shows the revision that was there, whatever is written since', async () => {
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ summary: 'Written since.' }) })
    const link = await opened()
    expect(link).toMatchObject({ revision: 1, forWhom: 'The donor', madeByName: 'Ben', content: { summary: 'As shown.' } })
    const [, first] = await listRevisions(newsroom.db.writer, edition)
    expect(link?.hash).toBe(first?.hash)
  })

  test('it opens until it expires, and no longer', async () => {
    newsroom.clock.advance(3 * day - 1)
    expect(await opened()).toBeDefined()
    newsroom.clock.advance(1)
    expect(await opened()).toBeUndefined()
    await expect(answerPrivateLink(newsroom, token, approval)).rejects.toMatchObject({ code: 'no-such-link' })
  })

  test('taken back, it opens nothing at once; what was answered stays', async () => {
    await answerPrivateLink(newsroom, token, approval)
    const [link] = await links()
    await revokePrivateLink(newsroom, ben, { edition, link: link?.id ?? '' })
    expect(await opened()).toBeUndefined()
    await expect(answerPrivateLink(newsroom, token, approval)).rejects.toMatchObject({ code: 'no-such-link' })
    expect(await links()).toMatchObject([{ revokedAt: newsroom.clock.now(), answers: [{ verdict: 'approved' }] }])
  })

  test('it closes for good when its maker is suspended; links that others made stay open', async () => {
    const eva = someone('Eva', 'editor')
    await admit(newsroom, eva)
    const [kept, evas] = [token, await makePrivateLink(newsroom, eva, { edition, forWhom: 'Another donor', days: 3 })]
    await suspendMember(newsroom, operator, eva.id)
    const open = (one: string) => openPrivateLink(newsroom.db.writer, one, newsroom.clock.now())
    expect(await open(evas)).toBeUndefined()
    await expect(answerPrivateLink(newsroom, evas, approval)).rejects.toMatchObject({ code: 'no-such-link' })
    expect(await open(kept)).toBeDefined()
    await reinstateMember(newsroom, operator, eva.id)
    expect(await open(evas)).toBeUndefined()
    const byMaker = new Map((await links()).map(({ madeBy, revokedAt }) => [madeBy, revokedAt]))
    expect(byMaker).toEqual(
      new Map([
        ['Eva', newsroom.clock.now()],
        ['Ben', null],
      ]),
    )
  })

  test('a link of one story is not taken back by way of another', async () => {
    const other = await fileStory(newsroom, ana, { language: 'en', content: ferry() })
    const [link] = await links()
    await revokePrivateLink(newsroom, ben, { edition: other.edition, link: link?.id ?? '' })
    expect(await opened()).toBeDefined()
  })

  test('an answer is kept with the hash of what was shown, cannot be changed, and is told to who asked', async () => {
    await answerPrivateLink(newsroom, token, { name: ' Rosa ', verdict: 'refused', words: 'The sum is wrong.' })
    const hash = (await opened())?.hash
    expect(await links()).toMatchObject([{ answers: [{ name: 'Rosa', verdict: 'refused', words: 'The sum is wrong.', hash }] }])
    await expect(newsroom.db.writer.updateTable('newsroom.private_answer').set({ verdict: 'approved' }).execute()).rejects.toThrow(
      /immutable/,
    )
    const told = (await findNotices(newsroom.db.writer, ben)).filter((notice) => notice.edition === edition)
    expect(told).toMatchObject([{ kind: 'refused', by: 'Rosa (The donor)', words: 'The sum is wrong.' }])
  })

  test('a refusal stands until whoever said it approves after all, or is shown a later revision', async () => {
    const standing = async () => (await findRefusals(newsroom.db.writer, edition)).map(({ forWhom, revision }) => `${forWhom} ${revision}`)
    await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'refused', words: 'The sum is wrong.' })
    await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'commented', words: 'And the river.' })
    expect(await standing()).toEqual(['The donor 1'])
    const [thread] = await findThreads(newsroom.db.writer, edition)
    expect(thread).toMatchObject({ isResolved: false, comments: [{ by: 'Rosa (The donor)', words: 'The sum is wrong.', revision: 1 }] })
    newsroom.clock.advance(1000)
    await answerPrivateLink(newsroom, token, approval)
    expect(await standing()).toEqual([])
    newsroom.clock.advance(1000)
    await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'refused', words: 'No.' })
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ summary: 'Written since.' }) })
    expect(await standing(), 'nobody has shown them what was written since').toEqual(['The donor 1'])
    await makePrivateLink(newsroom, ben, { edition, forWhom: 'The donor', days: 3 })
    expect(await standing()).toEqual([])
  })

  test('whoever refuses says why; nameless and endless answers are refused', async () => {
    const answer = (over: object) => answerPrivateLink(newsroom, token, { ...approval, ...over })
    await expect(answer({ verdict: 'refused' })).rejects.toMatchObject({ code: 'no-words' })
    await expect(answer({ name: '  ' })).rejects.toMatchObject({ code: 'bad-answer' })
    await expect(answer({ name: '\u200b\u2060' })).rejects.toMatchObject({ code: 'bad-answer' })
    await expect(answer({ words: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 'words-too-long' })
    expect(await links()).toMatchObject([{ answers: [] }])
  })

  test('the archive does not know the token, only its hash', async () => {
    const row = await newsroom.db.writer
      .selectFrom('newsroom.private_link')
      .selectAll()
      .where('edition_id', '=', edition)
      .executeTakeFirst()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(token.length).toBeGreaterThanOrEqual(32)
    expect(await openPrivateLink(newsroom.db.writer, row?.token_hash ?? '', newsroom.clock.now())).toBeUndefined()
  })

  test('fifty answers are taken, and not one more when many come at once', async () => {
    for (let part = 0; part < 46; part += 1) await answerPrivateLink(newsroom, token, approval)
    const ended = await Promise.allSettled(Array.from({ length: 10 }, () => answerPrivateLink(newsroom, token, approval)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))).toEqual(Array(6).fill('too-many-answers'))
  })

  test('an answer that was on its way when the link was taken back comes too late', async () => {
    const [link] = await links()
    const { revoked, answered } = await newsroom.db.transact(async (tx) => {
      await lockEdition(tx, edition)
      const revoked = revokePrivateLink(newsroom, ben, { edition, link: link?.id ?? '' })
      await untilWaiting(newsroom, 1)
      const answered = caught(answerPrivateLink(newsroom, token, approval))
      await untilWaiting(newsroom, 2)
      return { revoked, answered }
    })
    await revoked
    expect(await answered).toMatchObject({ code: 'no-such-link' })
    expect(await links()).toMatchObject([{ answers: [] }])
  })

  test('an answer that was on its way when the maker of the link was suspended comes too late', async () => {
    const eva = someone('Eva', 'editor')
    await admit(newsroom, eva)
    token = await makePrivateLink(newsroom, eva, { edition, forWhom: 'Another donor', days: 3 })
    const suspend = () => suspendMember(newsroom, operator, eva.id)
    const { suspended, answered } = await newsroom.db.transact(async (tx) => {
      await lockEdition(tx, edition)
      // In the one session of the embedded archive nothing comes between: whoever is first is done first.
      const suspended = newsroom.db.isEmbedded ? suspend() : undefined
      const answered = caught(answerPrivateLink(newsroom, token, approval))
      await untilWaiting(newsroom, 1)
      if (!suspended) await suspend()
      return { suspended, answered }
    })
    await suspended
    expect(await answered).toMatchObject({ code: 'no-such-link' })
  })

  test('how long it lasts is bounded, and for whom it is has to be said', async () => {
    const make = (days: number, forWhom = 'A donor') => makePrivateLink(newsroom, ben, { edition, forWhom, days })
    for (const days of [0, -1, 1.5, longestDays + 1, Number.NaN])
      await expect(make(days)).rejects.toMatchObject({ code: 'bad-private-link' })
    await expect(make(3, ' ')).rejects.toMatchObject({ code: 'bad-private-link' })
    await make(longestDays)
  })
})
