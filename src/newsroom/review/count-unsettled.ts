import type { Reader } from '#platform/database/database.ts'

/** What is still open about an edition: threads of comments that nobody has resolved, and tasks that nobody has done. */
export type Unsettled = { comments: number; tasks: number }

export async function countUnsettled(db: Reader, edition: string): Promise<Unsettled> {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('newsroom.comment')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .whereRef('id', '=', 'thread_id')
        .where('resolved_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('comments'),
      eb
        .selectFrom('newsroom.assignment')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .where('done_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('tasks'),
    ])
    .executeTakeFirstOrThrow()
}
