import { sql } from 'kysely'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

import type { Newsroom } from '../newsroom.ts'

/** A request that its sender named, so that the same is not done twice (draft-ietf-httpapi-idempotency-key-header). */
export type NamedRequest = { key: string; name: string; hash: string }

export type KeptAnswer = { status: number; headers: Record<string, string>; body: string | null }

const keptFor = 24 * 3_600_000
const headersSchema = z.record(z.string(), z.string())

/** Notes that a request begins; or gives the answer that it had, whichever instance gave it. */
export async function beginOnce({ db, clock }: Newsroom, { key, name, hash }: NamedRequest): Promise<KeptAnswer | undefined> {
  const now = clock.now()
  await db.writer.deleteFrom('newsroom.api_answer').where('expires_at', '<=', now).execute()
  const begun = await db.writer
    .insertInto('newsroom.api_answer')
    .values({ key_id: key, idempotency_key: name, request_hash: hash, expires_at: new Date(now.getTime() + keptFor) })
    .onConflict((conflict) => conflict.columns(['key_id', 'idempotency_key']).doNothing())
    .executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows === 1n) return undefined
  const row = await db.writer
    .selectFrom('newsroom.api_answer')
    .select(['request_hash', 'status', 'headers', 'body'])
    .where('key_id', '=', key)
    .where('idempotency_key', '=', name)
    .executeTakeFirst()
  if (row && row.request_hash !== hash)
    throw new Failure('invalid', 'idempotency-key-reused', 'This Idempotency-Key came with another request before. Choose a new one.')
  // Nothing there: the first has just failed and changed nothing.
  if (!row || row.status === null)
    throw new Failure(
      'conflict',
      'request-under-way',
      'The same request is under way. Send it again in a moment; if this does not end, look whether it was done.',
    )
  return { status: row.status, headers: headersSchema.parse(row.headers), body: row.body }
}

/** Keeps the answer of a request that did something, for a day. */
export async function keepAnswer({ db }: Newsroom, { key, name }: NamedRequest, answer: KeptAnswer): Promise<void> {
  await db.writer
    .updateTable('newsroom.api_answer')
    .set({ status: answer.status, headers: sql`${JSON.stringify(answer.headers)}::jsonb`, body: answer.body })
    .where('key_id', '=', key)
    .where('idempotency_key', '=', name)
    .execute()
}

/** Forgets a request that failed: it changed nothing, and may be sent again. */
export async function forgetRequest({ db }: Newsroom, { key, name }: NamedRequest): Promise<void> {
  await db.writer.deleteFrom('newsroom.api_answer').where('key_id', '=', key).where('idempotency_key', '=', name).execute()
}
