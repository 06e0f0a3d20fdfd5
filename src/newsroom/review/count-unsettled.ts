import type { Reader } from '#platform/database/database.ts'

import type { Refusal } from '../private-links/find-refusals.ts'
import { findRefusals } from '../private-links/find-refusals.ts'

/** What is still open about an edition. */
export type Unsettled = {
  /** From outside. */
  refusals: Refusal[]
  /** Other threads of comments that nobody has resolved. */
  comments: number
  tasks: number
  /** All comments that were ever made, answers and resolved ones too. It only grows: where it is the same, none has come. */
  said: number
}

export async function countUnsettled(db: Reader, edition: string): Promise<Unsettled> {
  const refusals = await findRefusals(db, edition)
  const { comments, ...counted } = await count(db, edition)
  return { refusals, comments: comments - refusals.filter(({ thread }) => thread !== null).length, ...counted }
}

function count(db: Reader, edition: string): Promise<Omit<Unsettled, 'refusals'>> {
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
      eb
        .selectFrom('newsroom.comment')
        .select((of) => of.fn.countAll<number>().as('n'))
        .where('edition_id', '=', edition)
        .$asScalar()
        .$notNull()
        .as('said'),
    ])
    .executeTakeFirstOrThrow()
}
