import { findKeyMember } from '../members/find-active-member.ts'
import type { Newsroom } from '../newsroom.ts'
import type { KeyHolder } from './api-key.ts'
import { hashOfKey, isKeyToken, scopesFrom } from './api-key.ts'

const noteEvery = 60_000 // when it was last used is known to the minute, and costs a write no more often

/**
 * Who acts by a key; undefined where it is unknown, expired or revoked, or its member is suspended. Asked with each request, so that whoever was
 * suspended a moment ago is nobody.
 */
export async function findKeyHolder(newsroom: Newsroom, token: string, address: string): Promise<KeyHolder | undefined> {
  if (!isKeyToken(token)) return undefined
  const { writer } = newsroom.db
  const now = newsroom.clock.now()
  const row = await writer
    .selectFrom('newsroom.api_key')
    .select(['id', 'member_id', 'scopes', 'last_used_at'])
    .where('token_hash', '=', hashOfKey(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const found = row && (await findKeyMember(writer, row.member_id))
  if (!found) return undefined
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= noteEvery)
    await writer.updateTable('newsroom.api_key').set({ last_used_at: now }).where('id', '=', row.id).execute()
  const { language: _, ...member } = found
  return { key: row.id, scopes: scopesFrom(row.scopes), member: { ...member, via: { surface: 'api', address } } }
}
