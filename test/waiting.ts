import { sql } from 'kysely'
import { expect } from 'vitest'

import type { Newsroom } from '#newsroom/newsroom.ts'

/** Resolves when so many acts wait for a lock. The embedded archive is one session, in which they wait for their turn anyway. */
export async function untilWaiting({ db }: Newsroom, acts: number): Promise<void> {
  if (db.isEmbedded) return
  await expect.poll(async () => waiting(db.owner), { interval: 10, timeout: 10_000 }).toBe(acts)
}

async function waiting(db: Newsroom['db']['owner']): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.n ?? 0
}
