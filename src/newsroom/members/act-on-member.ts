import type { Transaction } from '#platform/database/database.ts'

import type { Act, Actor } from '../audit/record-act.ts'
import { recordAct } from '../audit/record-act.ts'

type Done = Pick<Act, 'act' | 'at' | 'details'>

/** Adds to the audit log that someone did something with a member, under the name that they have then. */
export async function actOnMember(tx: Transaction, by: Actor, member: { id: string; name: string }, done: Done): Promise<void> {
  await recordAct(tx, by, { ...done, kind: 'member', id: member.id, name: member.name })
}
