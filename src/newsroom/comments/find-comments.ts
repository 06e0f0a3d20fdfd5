import type { Reader } from '#platform/database/database.ts'

import type { Anchor } from './add-comment.ts'
import { anchorSchema } from './add-comment.ts'

export type Thread = {
  id: string
  anchor: Anchor | null
  isResolved: boolean
  comments: { id: string; by: string; words: string; at: Date; revision: number }[]
}

/** The threads of an edition, oldest first. */
export async function findThreads(db: Reader, edition: string): Promise<Thread[]> {
  const rows = await db
    .selectFrom('newsroom.comment')
    .select(['id', 'thread_id', 'anchor', 'member_name', 'words', 'at', 'revision', 'resolved_at'])
    .where('edition_id', '=', edition)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const threads = Map.groupBy(rows, (row) => row.thread_id)
  return [...threads].map(([id, said]) => ({
    id,
    anchor: anchorSchema.safeParse(said[0]?.anchor).data ?? null,
    isResolved: said[0]?.resolved_at != null,
    comments: said.map((row) => ({ id: row.id, by: row.member_name, words: row.words, at: row.at, revision: row.revision })),
  }))
}
