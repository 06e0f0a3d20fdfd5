import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

/** Who outside does not approve which revision, and why. `thread`: where it stands among the comments; null for what was said before it stood there. */
export type Refusal = { id: string; thread: string | null; forWhom: string; revision: number; words: string }

/**
 * The refusals that stand, latest first: nobody has resolved them, whoever said it has not approved the same revision since, and has not been
 * shown a later one.
 */
export async function findRefusals(db: Reader, edition: string): Promise<Refusal[]> {
  return db
    .selectFrom('newsroom.private_answer as answer')
    .innerJoin('newsroom.private_link as link', 'link.id', 'answer.link_id')
    .leftJoin('newsroom.comment as comment', 'comment.id', 'answer.id')
    .select(['answer.id', 'comment.id as thread', 'link.for_whom as forWhom', 'link.revision', 'answer.words'])
    .where('link.edition_id', '=', edition)
    .where('answer.verdict', '=', 'refused')
    .where('comment.resolved_at', 'is', null)
    .where((eb) => eb.or([eb('comment.id', 'is not', null), eb('link.revoked_at', 'is', null)]))
    .where(
      sql<SqlBool>`not exists (select from newsroom.private_answer later where later.link_id = link.id
        and (later.at, later.id) > (answer.at, answer.id) and later.verdict <> 'commented')`,
    )
    .where(
      sql<SqlBool>`not exists (select from newsroom.private_link later where later.edition_id = link.edition_id
        and later.for_whom = link.for_whom and later.revision > link.revision)`,
    )
    .orderBy('answer.at', 'desc')
    .orderBy('answer.id', 'desc')
    .execute()
}
