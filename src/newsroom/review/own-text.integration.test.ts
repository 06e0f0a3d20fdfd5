import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, askForSecondPair, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import type { Member } from '../members/member.ts'
import { answerPrivateLink } from '../private-links/answer-private-link.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { callOffRelease } from '../stories/call-off-release.ts'
import { changeSlug } from '../stories/change-slug.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { correctStory, releaseStory } from '../stories/release-story.ts'
import { restoreRevision } from '../stories/restore-revision.ts'
import { saveRevision } from '../stories/save-revision.ts'
import type { RevisionContent } from '../stories/story.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { clearStory } from './clear-story.ts'
import { sendBack } from './send-back.ts'
import { sendForReview, takeBack } from './send-for-review.ts'

const [ana, ben, eva] = [someone('Ana', 'contributor'), someone('Ben', 'editor'), someone('Eva', 'editor')]
const long = 'The ferry carries forty lorries a day over the river and comes back at night with the empty ones'
const ownText = { code: 'own-text' }
const notCleared = { code: 'not-cleared' }

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let strict: string
  let free: string
  let edition: string
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    ;({ strict, free } = await sectionsAndProjects(newsroom))
    await admit(newsroom, ana, ben, eva)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(() => newsroom.clock.advance(60_000))

  /** A new story in the strict section, unless said otherwise. */
  async function written(by: Member, over: Partial<RevisionContent> = {}): Promise<void> {
    made += 1
    const content = ferry({ section: strict, summary: long, slug: `ferry-${made}`, ...over })
    ;({ edition } = await fileStory(newsroom, by, { language: 'en', content }))
  }

  async function save(by: Member, over: Partial<RevisionContent>): Promise<number> {
    const madeFrom = await latest()
    const before = await readRevision(newsroom.db.writer, edition, madeFrom)
    return saveRevision(newsroom, by, { edition, madeFrom, content: { ...before, ...over } })
  }

  const latest = async (): Promise<number> => (await readEdition(newsroom.db.writer, edition)).revision
  const state = async (): Promise<string> => (await readEdition(newsroom.db.writer, edition)).state
  const clear = async (by: Member, aloneBecause?: string): Promise<void> =>
    clearStory(newsroom, by, { edition, revision: await latest(), ...(aloneBecause !== undefined && { aloneBecause }) })
  const release = (by: Member, over: { revision?: number; at?: Date; aloneBecause?: string } = {}): Promise<string> =>
    releaseStory(newsroom, by, { edition, ...over })

  async function cleared(by: Member, reader: Member): Promise<void> {
    await written(by)
    await sendForReview(newsroom, by, { edition })
    await clear(reader)
  }

  test('an editor clears what another wrote, and not what she wrote herself', async () => {
    await written(ben)
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await sendForReview(newsroom, ben, { edition })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await clear(eva)
    await release(ben)
  })

  test('where no second person is asked for, whoever writes clears', async () => {
    await written(ben, { section: free })
    await clear(ben)
    await release(ben)
    expect(await state()).toBe('released')
  })

  test('what is said of a step is kept whole, or refused', async () => {
    await written(ben)
    await sendForReview(newsroom, ben, { edition })
    const tooLong = { code: 'words-too-long' }
    const much = 'x'.repeat(2001)
    await expect(sendBack(newsroom, eva, { edition, reason: much })).rejects.toMatchObject(tooLong)
    await expect(clear(ben, much)).rejects.toMatchObject(tooLong)
    await clear(eva)
    await release(eva)
    await expect(correctStory(newsroom, eva, { edition, correction: much })).rejects.toMatchObject(tooLong)
    await expect(withdrawStory(newsroom, eva, { edition, reason: much })).rejects.toMatchObject(tooLong)
    await correctStory(newsroom, eva, { edition, correction: ` ${'x'.repeat(2000)} ` })
  })

  test('whoever turns most of a text round, without a new word, does not clear it either', async () => {
    await written(ben)
    await sendForReview(newsroom, ben, { edition })
    await save(eva, { summary: long.split(' ').toReversed().join(' '), headline: 'Sails ferry the' })
    await expect(clear(eva)).rejects.toMatchObject(ownText)
  })

  test('whoever cuts most of a text does not clear it either', async () => {
    await written(ben)
    await sendForReview(newsroom, ben, { edition })
    await save(eva, { summary: 'The ferry carries forty lorries' })
    await clear(eva)
    await save(eva, { summary: 'The ferry' })
    await expect(clear(eva)).rejects.toMatchObject(ownText)
  })

  test('moving a text out of a section takes its rule along, until a second person has stood by the text', async () => {
    await written(ben)
    await save(ben, { section: free })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await sendForReview(newsroom, ben, { edition })
    await clear(eva)
    await release(ben)
    await save(ben, { section: strict, summary: `${long}.` })
    await save(ben, { section: free })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('somebody else saves a comma: it is still their own text', async () => {
    await written(ben)
    await save(ana, { summary: `${long},` })
    await sendForReview(newsroom, ana, { edition })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('an editor who mends a word while reading clears it; one who puts most of it in other words does not', async () => {
    await written(ana)
    await sendForReview(newsroom, ana, { edition })
    await save(ben, { summary: long.replace('forty', 'fifty') })
    await clear(ben)
    await written(ana)
    await sendForReview(newsroom, ana, { edition })
    await save(ben, {
      headline: 'Boats',
      summary: 'Nothing of what was here before remains in these many other words that Ben put down alone',
    })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await clear(eva)
  })

  test('mends that add up to most of a text are no mends, whatever is cleared between', async () => {
    await written(ana)
    await sendForReview(newsroom, ana, { edition })
    const words = long.split(' ')
    const mended = (from: number, to: number) => words.map((word, index) => (index >= from && index < to ? `new${index}` : word)).join(' ')
    await save(ben, { summary: mended(0, 9), headline: 'Boats go now' })
    await clear(ben)
    await save(ben, { summary: mended(0, 18), headline: 'Boats go now' })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('taking back and sending again makes nobody else its author', async () => {
    await written(ben)
    await sendForReview(newsroom, ana, { edition })
    await takeBack(newsroom, ana, { edition })
    await sendForReview(newsroom, ana, { edition })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('a sending of long ago does not turn what was written since into mends', async () => {
    await written(ana)
    await sendForReview(newsroom, ana, { edition })
    await takeBack(newsroom, ana, { edition })
    await save(ben, { summary: long.replace('carries forty lorries a day', 'takes fifty cars each night') })
    await clear(eva)
    await save(ben, { summary: long.replace('carries forty lorries a day', 'takes sixty cars each night') })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('a sending before the last release does not either', async () => {
    await cleared(ana, eva)
    await release(eva)
    await save(ben, { summary: long.replace('forty', 'fifty') })
    await clear(eva)
    await save(ben, { summary: long.replace('forty', 'sixty') })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('what is changed after it was cleared is not released', async () => {
    await cleared(ben, eva)
    await save(ben, { summary: `${long} and more` })
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })

  test('a text is moved to a section that asks for nobody, and back', async () => {
    await written(ben, { section: free })
    await clear(ben)
    await release(ben)
    await save(ana, { section: strict })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await expect(release(ben)).rejects.toMatchObject(notCleared)
  })

  test('an earlier revision is judged by the section that it says, not by where the latest is', async () => {
    await written(ben)
    await save(ben, { section: free })
    await expect(release(ben, { revision: 1 })).rejects.toMatchObject(notCleared)
  })

  test('what its author cleared before the section asked for a second person is not cleared for it', async () => {
    await written(ben, { section: free })
    await clear(ben)
    await askForSecondPair(newsroom, free, true)
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await askForSecondPair(newsroom, free, false)
    await release(ben)
  })

  test('neither now nor later, neither as a correction nor by asking a partner', async () => {
    await written(ben)
    const at = new Date(newsroom.clock.now().getTime() + 3_600_000)
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await expect(release(ben, { at })).rejects.toMatchObject(notCleared)
    const token = await makePrivateLink(newsroom, ben, { edition, forWhom: 'A donor', days: 3 })
    await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'approved', words: '' })
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await clear(eva)
    await release(ben)
    await save(ben, { summary: 'Other words.' })
    await expect(correctStory(newsroom, ben, { edition, correction: 'It was wrong.' })).rejects.toMatchObject(notCleared)
  })

  test('a text that comes back by restoring it has its writers back', async () => {
    await cleared(ana, eva)
    await release(eva)
    const bens = await save(ben, { summary: 'Words of Ben that nobody has cleared.' })
    await save(ana, { summary: 'Words of Ana.' })
    await clear(eva)
    await release(eva)
    await restoreRevision(newsroom, ana, { edition, revision: bens })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await clear(eva)
  })

  test('a new address for what readers see forgets nobody who wrote the draft that waits', async () => {
    await cleared(ana, eva)
    await release(eva)
    await save(ben, { summary: 'Words of Ben.' })
    await sendForReview(newsroom, ben, { edition })
    await changeSlug(newsroom, eva, { edition, slug: `moved-${made}` })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await clear(eva)
    await release(ben)
    // Whoever gives an address to a draft that nobody has sent writes none of it either.
    await save(ben, { summary: 'More words of Ben.' })
    await changeSlug(newsroom, eva, { edition, slug: `moved-again-${made}` })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
    await clear(eva)
  })

  test('a cleared story is cleared still at its new address, and its draft too', async () => {
    await cleared(ben, eva)
    await release(ben)
    await changeSlug(newsroom, ben, { edition, slug: `elsewhere-${made}` })
    await release(ben)
    await save(ben, { summary: 'More.' })
    await clear(eva)
    await changeSlug(newsroom, ben, { edition, slug: `elsewhere-again-${made}` })
    await release(ben)
    expect(await state()).toBe('released')
  })

  test('what was cleared and then sent back, or taken back, is cleared no more', async () => {
    await cleared(ben, eva)
    await sendBack(newsroom, eva, { edition, reason: 'The figures are old.' })
    await expect(release(ben)).rejects.toMatchObject(notCleared)
    await cleared(ben, eva)
    await takeBack(newsroom, ben, { edition })
    await expect(release(ben)).rejects.toMatchObject(notCleared)
  })

  test('a clearing that was taken back leaves its writers where they were', async () => {
    await cleared(ben, eva)
    await release(ben, { at: new Date(newsroom.clock.now().getTime() + 3_600_000) })
    await callOffRelease(newsroom, ben, { edition })
    await sendBack(newsroom, eva, { edition, reason: 'The figures are old.' })
    await save(ana, { summary: `${long} now` })
    await expect(clear(ben)).rejects.toMatchObject(ownText)
  })
})
