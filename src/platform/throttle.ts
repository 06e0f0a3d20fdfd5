import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Database } from './database/database.ts'

/** Something that may be tried so often in so many minutes. The key says what, and by whom. */
export type Limit = { key: string; most: number; minutes: number }

/** Too many tries; `seconds` until the next one counts. */
export class TooManyTries extends Failure {
  readonly seconds: number

  constructor(seconds: number) {
    const minutes = Math.max(1, Math.ceil(seconds / 60))
    super('refused', 'too-many-tries', `Too many tries: try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, {
      values: { minutes },
    })
    this.seconds = seconds
  }
}

/**
 * Counts a try under each limit in turn, in the database, so that instances count together. Throws TooManyTries at the first that is passed:
 * whoever is stopped by it counts against nobody else.
 */
export async function countTry(db: Database, now: Date, limits: readonly Limit[]): Promise<void> {
  for (const { key, most, minutes } of limits) {
    const { count, ends_at: endsAt } = await countOne(db, now, key, minutes)
    if (count > most) throw new TooManyTries(Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000)))
  }
}

/** Begins the count anew: what was tried has worked. */
export async function forgetTries(db: Database, keys: readonly string[]): Promise<void> {
  await db.writer.deleteFrom('newsroom.tries').where('key', 'in', keys).execute()
}

/** Takes away what counts no more. */
export async function clearTries(db: Database, now: Date): Promise<void> {
  await db.writer.deleteFrom('newsroom.tries').where('ends_at', '<', now).execute()
}

async function countOne(db: Database, now: Date, key: string, minutes: number): Promise<{ count: number; ends_at: Date }> {
  const endsAt = new Date(now.getTime() + minutes * 60_000)
  return db.writer
    .insertInto('newsroom.tries')
    .values({ key, count: 1, ends_at: endsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when tries.ends_at <= ${now} then 1 else tries.count + 1 end`,
        ends_at: sql`case when tries.ends_at <= ${now} then excluded.ends_at else tries.ends_at end`,
      }),
    )
    .returning(['count', 'ends_at'])
    .executeTakeFirstOrThrow()
}
