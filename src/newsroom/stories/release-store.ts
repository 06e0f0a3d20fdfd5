import type { Reader, Transaction } from '#platform/database/database.ts'

export type Scheduled = { at: Date; until: Date | null; isEmbargoed: boolean }

/** A release as it was wished; when another has taken its place since, it ended before its own end. */
export function readRelease(tx: Transaction, id: string) {
  return tx
    .selectFrom('newsroom.release')
    .select(['revision', 'from_at', 'until_at', 'is_embargoed'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What is to come before readers of an edition: its moment, its end and whether it is under embargo; undefined where nothing is. */
export function findScheduled(db: Reader, edition: string, now: Date): Promise<Scheduled | undefined> {
  return db
    .selectFrom('newsroom.release')
    .select(['from_at as at', 'until_at as until', 'is_embargoed as isEmbargoed'])
    .where('edition_id', '=', edition)
    .where('revision', 'is not', null)
    .where('called_off_at', 'is', null)
    .where('from_at', '>', now)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst()
}

/** Notes that a release will not come to be. */
export async function callOff(tx: Transaction, release: string, now: Date): Promise<void> {
  await tx.updateTable('newsroom.release').set({ called_off_at: now }).where('id', '=', release).execute()
}
