import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'

import { recordAct } from '../audit/record-act.ts'
import { lockMember } from '../members/member-store.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseInput } from '../refused-input.ts'
import { nameInput } from '../text-input.ts'
import { hashOfKey, keyPrefix, keyScopes, longestKeyDays, newKeyToken } from './api-key.ts'
import { authorizeForKeys, keyPolicy } from './key-policy.ts'

export const keyInput = z.object({
  member: z.uuid(),
  name: nameInput(120),
  scopes: z
    .array(z.enum(keyScopes))
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  days: z.coerce.number().int().min(1).max(longestKeyDays),
})

/** Makes a key by which a program acts as a member. The token is told once; only its hash is kept. */
export async function makeKey(newsroom: Newsroom, by: Member, input: z.input<typeof keyInput>): Promise<{ id: string; token: string }> {
  authorizeForKeys(keyPolicy.makeKey(by), 'make keys')
  const { member: memberId, name, scopes, days } = parseInput(keyInput, input, { code: 'bad-key', lead: 'The key cannot be made' })
  return newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const member = await lockMember(tx, memberId)
    if (member.state === 'suspended')
      throw new Failure('conflict', 'member-suspended', `${member.name} is suspended: a key would not work. Choose another member.`, {
        values: { field: 'member' },
      })
    const id = uuid7(at)
    const token = newKeyToken()
    await tx
      .insertInto('newsroom.api_key')
      .values({
        id,
        member_id: member.id,
        name,
        prefix: keyPrefix(token),
        token_hash: hashOfKey(token),
        scopes,
        made_at: at,
        made_by: by.name,
        expires_at: new Date(at.getTime() + days * 86_400_000),
      })
      .execute()
    await recordAct(tx, by, { act: 'makeKey', kind: 'key', id, name, at, details: { member: member.name, scopes, days } })
    return { id, token }
  })
}
