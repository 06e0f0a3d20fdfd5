import { Failure } from '#lib/failure.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { authorizeForKeys, keyPolicy } from './key-policy.ts'

/** Ends a key at once, for good. */
export async function revokeKey(newsroom: Newsroom, by: Member, input: { key: string }): Promise<void> {
  authorizeForKeys(keyPolicy.revokeKey(by), 'revoke keys')
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const revoked = await tx
      .updateTable('newsroom.api_key')
      .set({ revoked_at: at, revoked_by: by.name })
      .where('id', '=', input.key)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!revoked) throw new Failure('missing', 'no-such-key', 'There is no such key, or it was revoked already. Open the list again.')
    await recordAct(tx, by, { act: 'revokeKey', kind: 'key', id: input.key, name: revoked.name, at })
  })
}
