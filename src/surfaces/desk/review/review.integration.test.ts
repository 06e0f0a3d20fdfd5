import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { addComment, resolveThread } from '#newsroom/comments/add-comment.ts'
import { findThreads } from '#newsroom/comments/find-comments.ts'
import { fileItems } from '#newsroom/batches/file-items.ts'
import { openBatch } from '#newsroom/batches/open-batch.ts'
import type { Member } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import { answerPrivateLink } from '#newsroom/private-links/answer-private-link.ts'
import { findRefusals } from '#newsroom/private-links/find-refusals.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { clearStory } from '#newsroom/review/clear-story.ts'
import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk as paths, link } from '#src/routes.ts'
import { admit, askForSecondPair, sectionsAndProjects, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

const [ana, boris, carla] = [someone('Ana Silva', 'contributor'), someone('Boris Lind', 'editor'), someone('Carla Rey', 'editor')]
const own = someone('Dora Own', 'editor', { projects: [] })
const members = [ana, boris, carla, own]

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let strict: string
  let free: string
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, ...members)
    ;({ strict, free } = await sectionsAndProjects(newsroom))
    at = await openTestDesk(newsroom, members)
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const begin = async (by: Member, section = free, language = 'en') => {
    made += 1
    newsroom.clock.advance(60_000)
    return (await fileStory(newsroom, by, { language, content: ferry({ slug: `ferry-${made}`, section }) })).edition
  }
  const send = async (by: Member, edition: string) => {
    newsroom.clock.advance(60_000)
    return at.as(by, link(paths.review, { edition }), {})
  }
  const pageOf = async (by: Member, edition: string) => (await at.as(by, link(paths.edition, { edition }))).text()
  const panelOf = async (by: Member, edition: string) =>
    /<section class="panel" aria-labelledby="state-title">[\s\S]*?<\/section>/.exec(await pageOf(by, edition))?.[0] ?? ''
  /** The buttons of the panel that are not quiet: "Send for review". */
  const loud = async (by: Member, edition: string) =>
    [...(await panelOf(by, edition)).matchAll(/<button>([^<]*)<|<a class="button" [^>]*>([^<]*)</g)].map(
      ([, button, anchor]) => button ?? anchor,
    )

  test('whoever releases what an archive brought reads which date it keeps; of a story written here, nothing', async () => {
    const batch = await openBatch(newsroom, 'listing.txt')
    const about = { language: 'en', oldAddress: null, rank: 0, suggestions: [] }
    const item = { ...about, content: ferry({ slug: 'of-old', section: free }), key: 'old', publishedAt: new Date('2019-03-03T23:30:00Z') }
    await fileItems(newsroom, operator, { batch, items: [item], as: 'draft' })
    const old = await newsroom.db.writer
      .selectFrom('newsroom.edition as edition')
      .innerJoin('newsroom.story as story', 'story.id', 'edition.story_id')
      .select('edition.id')
      .where('story.origin_key', '=', 'old')
      .executeTakeFirstOrThrow()
    const releaseOf = async (edition: string) => (await at.as(boris, link(paths.release, { edition }))).text()
    expect(await releaseOf(old.id)).toContain('readers see it as published on 4 March 2019')
    expect(await releaseOf(await begin(ana))).not.toContain('keeps its date')
    await releaseStory(newsroom, boris, { edition: old.id })
    expect(await releaseOf(old.id), 'once it is out there is nothing to choose').not.toContain('keeps its date')
  })

  test('what is loud is the next sensible step for whoever looks', async () => {
    const edition = await begin(ana)
    expect(await loud(ana, edition)).toEqual(['Send for review'])
    expect(await loud(boris, edition), 'somebody else’s draft').toEqual(['Send for review'])
    expect(await panelOf(boris, edition), 'it may go out uncleared, but not as the first thing').toContain('<a class="button quiet"')
    await send(ana, edition)
    expect(await loud(ana, edition)).toEqual([])
    expect(await loud(boris, edition)).toEqual(['Clear'])
    await clearStory(newsroom, boris, { edition, revision: 1 })
    expect(await loud(boris, edition)).toEqual(['Release …'])
    await releaseStory(newsroom, boris, { edition })
    expect(await loud(boris, edition)).toEqual([])
  })

  test('nobody is urged to clear what they wrote themselves', async () => {
    const edition = await begin(boris, strict)
    expect(await loud(boris, edition)).toEqual(['Send for review'])
    await send(boris, edition)
    expect(await loud(boris, edition)).toEqual([])
    expect(await loud(carla, edition)).toEqual(['Clear'])
  })

  test('whoever clears or releases hears first what is still open, and may go on', async () => {
    const edition = await begin(ana)
    await send(ana, edition)
    const release = async () => (await at.as(boris, link(paths.release, { edition }))).text()
    for (const page of [await pageOf(boris, edition), await release()]) expect(page).not.toContain('open-ends')
    const first = await addComment(newsroom, carla, { edition, words: 'Is that so?' })
    await addComment(newsroom, ana, { edition, words: 'It is.', thread: first })
    const second = await addComment(newsroom, carla, { edition, words: 'Since when?' })
    await assignStory(newsroom, carla, { edition, member: ana.id, task: 'Ask the ferryman' })
    const clear = /<ul class="made open-ends">[\s\S]*?<button>Clear/.exec(await panelOf(boris, edition))?.[0] ?? ''
    expect(clear).toContain('<a href="#comments-title">2 comments are still open</a>')
    expect(clear).toContain('<a href="#assignments-title">1 task is not done yet</a>')
    const before = /<ul class="made open-ends">[\s\S]*?<button class="release-do">/.exec(await release())?.[0] ?? ''
    expect(before).toContain(`<a href="${link(paths.edition, { edition })}#comments-title">2 comments are still open</a>`)
    await resolveThread(newsroom, ana, { edition, thread: second, isResolved: true })
    expect(await release()).toContain('1 comment is still open')
    expect((await at.as(boris, link(paths.clearance, { edition }), { revision: '1' })).status).toBe(303)
  })

  test('nobody clears past a comment that came since they opened the text', async () => {
    const edition = await begin(ana)
    await send(ana, edition)
    const clear = async () => {
      const [, commentsSeen = ''] = /name="commentsSeen" value="(\d+)"/.exec(await panelOf(boris, edition)) ?? []
      return (meanwhile?: () => Promise<unknown>) =>
        Promise.resolve(meanwhile?.()).then(() => at.as(boris, link(paths.clearance, { edition }), { revision: '1', commentsSeen }))
    }
    const refused = await (await clear())(() => addComment(newsroom, carla, { edition, words: 'Is that so?' }))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('a comment came since you opened this text')
    expect((await readEdition(newsroom.db.writer, edition)).state).toBe('in review')
    const [thread] = await findThreads(newsroom.db.writer, edition)
    const answered = await (await clear())(() => addComment(newsroom, carla, { edition, words: 'It is.', thread: thread?.id }))
    expect(answered.status, 'an answer is a comment').toBe(409)
    const changed = await (
      await clear()
    )(async () => {
      await resolveThread(newsroom, carla, { edition, thread: thread?.id ?? '', isResolved: true })
      await addComment(newsroom, carla, { edition, words: 'And this?' })
    })
    expect(changed.status, 'as many are open as before, and another one').toBe(409)
    expect((await (await clear())()).status, 'whoever knows of it may').toBe(303)
    expect(await panelOf(boris, edition), 'it is still named once the text is cleared').toContain('1 comment is still open')
  })

  test('a refusal from outside stands by the text, and before whoever clears or releases it, until it is resolved', async () => {
    const edition = await begin(ana)
    await send(ana, edition)
    const token = await makePrivateLink(newsroom, boris, { edition, forWhom: 'Ministry of Ports', days: 3 })
    await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'refused', words: 'The sum is wrong.' })
    const [refusal] = await findRefusals(newsroom.db.writer, edition)
    const said = (href: string) => `<a href="${href}#thread-${refusal?.id}">Ministry of Ports does not approve revision 1</a>`
    const page = await pageOf(boris, edition)
    expect(page).toMatch(/The sum is wrong\.[\s\S]*id="comments-title"[\s\S]*Rosa \(Ministry of Ports\)[\s\S]*The sum is wrong\./)
    const clear = /<ul class="made open-ends">[\s\S]*?<button>Clear/.exec(await panelOf(boris, edition))?.[0] ?? ''
    expect(clear).toContain(said(''))
    expect(clear, 'it is named once').not.toContain('comment is still open')
    const release = async () => (await at.as(boris, link(paths.release, { edition }))).text()
    expect(await release()).toContain(said(link(paths.edition, { edition })))
    expect((await at.as(boris, link(paths.clearance, { edition }), { revision: '1' })).status).toBe(303)
    expect(await panelOf(boris, edition), 'it is cleared, and still refused').toContain(said(''))
    const preview = await (await at.as(boris, link(paths.preview, { edition }))).text()
    expect(preview).toContain('<summary>Said of revision 1</summary>')
    await resolveThread(newsroom, ana, { edition, thread: refusal?.thread ?? '', isResolved: true })
    for (const there of [await panelOf(boris, edition), await release()]) expect(there).not.toContain('does not approve')
  })

  test('whoever writes on in what is scheduled is told which revision still goes out', async () => {
    const edition = await begin(ana)
    await releaseStory(newsroom, boris, { edition, at: new Date('2026-12-01T09:00:00Z') })
    expect(await panelOf(ana, edition)).toContain('Readers will see revision 1 from 1 Dec 2026, 11:00.')
    const { headline, slug } = await readRevision(newsroom.db.writer, edition, 1)
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ headline, slug, summary: 'Written since.' }) })
    expect(await panelOf(ana, edition)).toContain(
      'Revision 1 still goes out on 1 Dec 2026, 11:00; what you write now does not, unless you release it again.',
    )
    const until = new Date(newsroom.clock.now().getTime() + 3_600_000)
    await releaseStory(newsroom, boris, { edition, until })
    expect(await panelOf(ana, edition)).not.toContain('still goes out')
    expect(await panelOf(ana, edition)).toContain('Readers see revision 2.')
    newsroom.clock.set(until)
    expect(await panelOf(ana, edition)).toMatch(/Readers saw revision 2 until [^<]+\.<\/p>/)
  })

  test('whoever sends a text hears who was told', async () => {
    const edition = await begin(ana)
    expect(await panelOf(ana, edition)).not.toContain('told')
    await send(ana, edition)
    expect(await panelOf(ana, edition)).toContain('<output class="told">Boris Lind and two others were told.</output>')
    const byBoris = await begin(boris)
    await send(boris, byBoris)
    expect(await panelOf(boris, byBoris)).toContain('Carla Rey and one other were told.')
    await clearStory(newsroom, carla, { edition: byBoris, revision: 1 })
    expect(await panelOf(boris, byBoris)).not.toContain('told')
  })

  test('where nobody could be told, it is said what to do', async () => {
    await newsroom.db.writer
      .updateTable('newsroom.member')
      .set({ languages: ['en'] })
      .where('id', '<>', ana.id)
      .execute()
    const edition = await begin(ana, free, 'fr')
    await send(ana, edition)
    expect(await panelOf(ana, edition)).toContain('Nobody could be told')
    expect(await panelOf(ana, edition)).toContain('Ask an administrator to give it to one.')
    await newsroom.db.writer.updateTable('newsroom.member').set({ languages: null }).where('id', '<>', ana.id).execute()
  })

  test('a section that asks for nobody else lets an editor clear what nobody could be told of', async () => {
    await askForSecondPair(newsroom, free, false)
    await newsroom.db.writer.updateTable('newsroom.member').set({ state: 'suspended' }).where('id', 'not in', [ana.id, boris.id]).execute()
    const edition = await begin(boris)
    await send(boris, edition)
    expect(await panelOf(boris, edition)).toContain('Clear it yourself, or have an administrator give it to one.')
    expect(await loud(boris, edition)).toEqual(['Clear'])
  })
})
