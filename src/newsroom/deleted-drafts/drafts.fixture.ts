import fc from 'fast-check'
import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import { anyBody } from '#test/any-body.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry } from '#test/newsroom.ts'

import { assignStory, finishAssignment } from '../assignments/assign-story.ts'
import { addComment, resolveThread } from '../comments/add-comment.ts'
import { changeStories } from '../desk-lists/change-stories.ts'
import type { Member } from '../members/member.ts'
import { answerPrivateLink } from '../private-links/answer-private-link.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { clearStory } from '../review/clear-story.ts'
import { sendBack } from '../review/send-back.ts'
import { sendForReview } from '../review/send-for-review.ts'
import { callOffRelease } from '../stories/call-off-release.ts'
import { readEdition } from '../stories/edition-store.ts'
import { planRelease } from '../stories/plan-release.ts'
import { releaseStory } from '../stories/release-story.ts'
import { nameRevision } from '../stories/restore-revision.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { takePen } from '../stories/take-pen.ts'

type Of = { newsroom: TestNewsroom; writer: Member; editor: Member; edition: string; project: string }

const words = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((said) => `Is it “${said.replace(/[\0\ud800-\udfff]/gu, '')}” so?`)

const save =
  (isAutosave: boolean) =>
  ([headline, body]: [string, unknown]) =>
  async ({ newsroom, writer, edition, project }: Of) => {
    const { revision } = await readEdition(newsroom.db.writer, edition)
    const content = { ...ferry({ headline: headline.slice(0, 100), slug: '', projects: [project] }), body }
    await saveRevision(newsroom, writer, { edition, madeFrom: revision, content, isAutosave })
  }

/** Something that is done with a draft on its way; what the newsroom refuses is not done. */
export const anyAct: fc.Arbitrary<(of: Of) => Promise<unknown>> = fc.oneof(
  fc.tuple(words, anyBody).map(save(false)),
  fc.tuple(words, anyBody).map(save(true)),
  fc.tuple(words, fc.option(words), fc.boolean()).map(([said, exact, isResolved]) => async ({ newsroom, writer, edition }: Of) => {
    const anchor = exact === null ? null : { exact, prefix: 'It ', suffix: '' }
    const thread = await addComment(newsroom, writer, { edition, words: said, anchor })
    if (isResolved) await resolveThread(newsroom, writer, { edition, thread, isResolved })
  }),
  fc.tuple(words, fc.boolean()).map(([task, isDone]) => async ({ newsroom, writer, editor, edition }: Of) => {
    const assignment = await assignStory(newsroom, editor, { edition, member: writer.id, task, dueOn: '2026-06-01' })
    if (isDone) await finishAssignment(newsroom, writer, { edition, assignment })
  }),
  fc.tuple(words, fc.boolean()).map(([forWhom, isAnswered]) => async ({ newsroom, editor, edition }: Of) => {
    const token = await makePrivateLink(newsroom, editor, { edition, forWhom, days: 3 })
    if (isAnswered) await answerPrivateLink(newsroom, token, { name: 'Rosa', verdict: 'refused', words: forWhom })
  }),
  words.map((reason) => async ({ newsroom, writer, editor, edition }: Of) => {
    await sendForReview(newsroom, writer, { edition, words: reason })
    await sendBack(newsroom, editor, { edition, reason })
  }),
  words.map(
    (name) =>
      async ({ newsroom, writer, edition }: Of) =>
        nameRevision(newsroom, writer, { edition, revision: 1, name }),
  ),
  fc.constant(async ({ newsroom, writer, edition }: Of) =>
    planRelease(newsroom, writer, { edition, at: new Date('2026-07-01T09:00:00.123Z') }),
  ),
  fc.constant(async ({ newsroom, writer, edition }: Of) => takePen(newsroom, writer, { edition, tab: 'one' })),
  fc.constant(async ({ newsroom, editor, edition, project }: Of) =>
    changeStories(newsroom, editor, {
      id: uuid7(newsroom.clock.now()),
      editions: [edition],
      change: { kind: 'remove project', project },
    }),
  ),
  fc.constant(async ({ newsroom, editor, edition }: Of) => {
    const { revision } = await readEdition(newsroom.db.writer, edition)
    await clearStory(newsroom, editor, { edition, revision })
    await releaseStory(newsroom, editor, { edition, at: new Date('2036-05-05T09:00:00Z') })
    await callOffRelease(newsroom, editor, { edition })
  }),
  fc
    .anything({ maxDepth: 3, key: words, values: [fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), words] })
    .map((facts) => async ({ newsroom, edition }: Of) => {
      const { story } = await readEdition(newsroom.db.writer, edition)
      const said = sql`${JSON.stringify([facts])}::jsonb`
      await newsroom.db.writer
        .insertInto('newsroom.suggestion')
        .values({ story_id: story, facts: said })
        .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ facts: said }))
        .execute()
    }),
)

/** Goes a draft's way, a fraction of a second between one act and the next. */
export async function goWay(of: Of, acts: readonly ((of: Of) => Promise<unknown>)[]): Promise<void> {
  for (const act of acts) {
    of.newsroom.clock.advance(777)
    await act(of).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error
    })
  }
  // The archive keeps microseconds, which our clock does not have.
  const { writer } = of.newsroom.db
  await sql`update newsroom.edition set saved_at = saved_at + interval '123 microseconds' where id = ${of.edition}`.execute(writer)
  await sql`update newsroom.comment set at = at + interval '1 microsecond' where edition_id = ${of.edition}`.execute(writer)
}
