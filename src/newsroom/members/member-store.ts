import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { KnownMember } from './list-members.ts'
import { findMember } from './list-members.ts'

/** A member as they are now, who stays so until the transaction ends. */
export async function lockMember(tx: Transaction, id: string): Promise<KnownMember> {
  await tx.selectFrom('newsroom.member').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return requireMember(tx, id)
}

export async function requireMember(db: Reader, id: string): Promise<KnownMember> {
  const member = await findMember(db, id)
  if (!member) throw new Failure('missing', 'no-such-member', 'Nobody here has this name.')
  return member
}

/** Who are administrators and can sign in; of two who take this from each other at once, one waits. */
export async function lockActiveAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .selectFrom('newsroom.member')
    .select('id')
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}
