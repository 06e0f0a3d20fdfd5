import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'
import type { Member } from './member.ts'

/** What members do with what lets them in: the sign-in does it, and this says that it was done. */
export type OwnKeysAct = 'setPassword' | 'addPasskey' | 'removePasskey' | 'confirmCodes' | 'endCodes' | 'newBackupCodes'

/** Adds to the audit log that a member changed what lets them in; never with the key itself. */
export async function recordOwnKeys({ db, clock }: Newsroom, { by, act }: { by: Member; act: OwnKeysAct }): Promise<void> {
  await db.transact((tx) => actOnMember(tx, by, by, { act, at: clock.now() }))
}
