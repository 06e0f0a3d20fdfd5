import type { Act } from '../audit/record-act.ts'
import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Transaction } from '#platform/database/database.ts'

type Done = Pick<Act, 'act' | 'at' | 'details'>

/** Adds to the audit log that someone did something with an edition, under the headline that it has then. */
export async function actOn(tx: Transaction, by: Member, edition: { id: string; headline: string }, done: Done): Promise<void> {
  await recordAct(tx, by, { ...done, kind: 'edition', id: edition.id, name: edition.headline })
}
