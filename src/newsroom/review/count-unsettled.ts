import type { Reader } from '#platform/database/database.ts'

import type { Refusal } from '../private-links/find-refusals.ts'
import { findRefusals } from '../private-links/find-refusals.ts'

/** What is still open about an edition: refusals from outside, other threads of comments that nobody has resolved, and tasks that nobody has done. */
export type Unsettled = { refusals: Refusal[]; comments: number; tasks: number }

export async function countUnsettled(db: Reader, edition: string): Promise<Unsettled> {
  const refusals = await findRefusals(db, edition)
  const { comments, tasks } = await countOpen(db, edition)
  return { refusals, comments: comments - refusals.filter(({ thread }) => thread !== null).length, tasks }
}

/** Every thread that nobody has resolved, from whomever it is. */
export const openComments = ({ refusals, comments }: Unsettled): number => comments + refusals.length

function countOpen(db: Reader, edition: string): Promise<{ comments: number; tasks: number }> {
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
