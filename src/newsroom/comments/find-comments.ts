import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Anchor } from './add-comment.ts'
import { anchorSchema } from './add-comment.ts'

export type Thread = {
  id: string
  /** When it was begun. */
  at: Date
  anchor: Anchor | null
  isResolved: boolean
  comments: { id: string; by: string; words: string; at: Date; revision: number }[]
}

/** The threads of an edition, oldest first, each with all that was said in it. */
export async function findThreads(
  db: Reader,
  edition: string,
  { after, atMost }: { after?: { at: Date; id: string } | undefined; atMost?: number } = {},
): Promise<Thread[]> {
  let begun = db
    .selectFrom('newsroom.comment')
    .select(['id', 'at', 'anchor', 'resolved_at'])
    .where('edition_id', '=', edition)
    .whereRef('id', '=', 'thread_id')
    .orderBy('at')
    .orderBy('id')
  if (after) begun = begun.where(sql<SqlBool>`(at, id) > (${after.at}, ${after.id}::uuid)`)
  if (atMost !== undefined) begun = begun.limit(atMost)
  const rows = await db
    .selectFrom(begun.as('thread'))
    .innerJoin('newsroom.comment as comment', 'comment.thread_id', 'thread.id')
    .select(['thread.id as thread', 'thread.at as begunAt', 'thread.anchor', 'thread.resolved_at'])
    .select(['comment.id', 'comment.member_name', 'comment.words', 'comment.at', 'comment.revision'])
    .where('comment.edition_id', '=', edition)
    .orderBy('thread.at')
    .orderBy('thread.id')
    .orderBy('comment.at')
    .orderBy('comment.id')
    .execute()
  const threads = Map.groupBy(rows, (row) => row.thread)
  return [...threads].flatMap(([id, said]) => {
    const [first] = said
    if (!first) return []
    const comments = said.map((row) => ({ id: row.id, by: row.member_name, words: row.words, at: row.at, revision: row.revision }))
    const anchor = anchorSchema.safeParse(first.anchor).data ?? null
    return [{ id, at: first.begunAt, anchor, isResolved: first.resolved_at !== null, comments }]
  })
}
