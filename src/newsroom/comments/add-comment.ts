import { sql } from 'kysely'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { findMentioned } from '../members/find-mentioned.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { saidAtMost, saidWords } from '../said-words.ts'
import { actOn } from '../stories/act-on.ts'
import { keepRevision, lockEdition } from '../stories/edition-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { harmlessText, isVisible, textInput } from '../text-input.ts'

const around = z.string().max(64).overwrite(harmlessText)

/** Where in the body's plain text a comment stands: a TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export const anchorSchema = z.strictObject({ exact: z.string().max(500).overwrite(harmlessText).min(1), prefix: around, suffix: around })
export type Anchor = z.infer<typeof anchorSchema>

export const commentInput = z.object({
  edition: z.uuid(),
  words: textInput(saidAtMost).min(1).refine(isVisible),
  /** The thread that it answers; absent: a new one. */
  thread: z.uuid().optional(),
  anchor: anchorSchema.nullable().default(null),
})

/** Says something about a text, at a place in it or as a whole. Whoever is mentioned ("@Ana"), and whoever spoke in the thread, is told. Returns its id. */
export async function addComment(newsroom: Newsroom, by: Member, input: z.input<typeof commentInput>): Promise<string> {
  const parsed = commentInput.safeParse({ ...input, words: saidWords(input.words) })
  if (!parsed.success) throw new Failure('invalid', 'bad-comment', 'A comment needs words.', { values: { field: 'words' } })
  const comment = parsed.data
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, comment.edition)
    authorize(storyPolicy.addComment(by, edition), 'comment on this story')
    const spoke = comment.thread ? await readThread(tx, edition.id, comment.thread) : []
    const id = uuid7(now)
    const mentioned = await findMentioned(tx, comment.words)
    // Whoever may not read the story is told nothing of it.
    const mentions = mentioned.filter((member) => storyPolicy.readStory(member, edition)).map(({ id }) => id)
    await keepRevision(tx, by, { edition: edition.id, number: edition.revision, at: now })
    await tx
      .insertInto('newsroom.comment')
      .values({
        id,
        edition_id: edition.id,
        thread_id: comment.thread ?? id,
        revision: edition.revision,
        anchor: comment.anchor && sql`${JSON.stringify(comment.anchor)}::jsonb`,
        member_id: by.id,
        member_name: by.name,
        words: comment.words,
        mentions,
        at: now,
      })
      .execute()
    const others = [edition.filedBy, ...spoke].filter((member) => member === null || !mentions.includes(member))
    await notify(tx, { to: mentions, edition: edition.id, kind: 'mentioned', by, words: comment.words, at: now })
    await notify(tx, { to: others, edition: edition.id, kind: 'commented', by, words: comment.words, at: now })
    await actOn(tx, by, edition, { act: 'addComment', at: now, details: { comment: id, thread: comment.thread ?? id } })
    return id
  })
}

/** Closes a thread, or opens it again. */
export async function resolveThread(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; thread: string; isResolved: boolean },
): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.resolveThread(by, edition), 'resolve this comment')
    await readThread(tx, edition.id, input.thread)
    await tx
      .updateTable('newsroom.comment')
      .set(input.isResolved ? { resolved_at: newsroom.clock.now(), resolved_by: by.name } : { resolved_at: null, resolved_by: null })
      .where('id', '=', input.thread)
      .execute()
    const details = { thread: input.thread, isResolved: input.isResolved }
    await actOn(tx, by, edition, { act: 'resolveThread', at: newsroom.clock.now(), details })
  })
}

/** Who spoke in a thread of an edition; refuses one that is not there. */
async function readThread(tx: Transaction, edition: string, thread: string): Promise<(string | null)[]> {
  const comments = await tx
    .selectFrom('newsroom.comment')
    .select('member_id')
    .where('edition_id', '=', edition)
    .where('thread_id', '=', thread)
    .execute()
  if (comments.length === 0) throw new Failure('missing', 'no-such-thread', 'This comment is not there; open the story again.')
  return comments.map(({ member_id }) => member_id)
}
