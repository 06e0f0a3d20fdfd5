import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { ApiKey } from './api-key.ts'
import { scopesFrom } from './api-key.ts'

/** The keys, newest first, after a place in that order and no more than asked for; a newsroom has dozens at most. */
export async function listKeys(
  db: Reader,
  { after, atMost }: { after?: { madeAt: Date; id: string } | undefined; atMost?: number } = {},
): Promise<ApiKey[]> {
  let keys = db
    .selectFrom('newsroom.api_key as key')
    .innerJoin('newsroom.member as member', 'member.id', 'key.member_id')
    .select(['key.id', 'key.member_id', 'key.name', 'key.prefix', 'key.scopes', 'key.made_at', 'key.made_by', 'key.expires_at'])
    .select(['key.last_used_at', 'key.revoked_at', 'member.name as member_name', 'member.email'])
    .orderBy('key.made_at', 'desc')
    .orderBy('key.id', 'desc')
  if (after) keys = keys.where(sql<SqlBool>`(key.made_at, key.id) < (${after.madeAt}, ${after.id}::uuid)`)
  if (atMost !== undefined) keys = keys.limit(atMost)
  const rows = await keys.execute()
  return rows.map((row) => ({
    id: row.id,
    member: row.member_id,
    memberName: row.member_name || row.email,
    name: row.name,
    prefix: row.prefix,
    scopes: scopesFrom(row.scopes),
    madeAt: row.made_at,
    madeBy: row.made_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }))
}
