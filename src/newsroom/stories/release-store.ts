import type { Transaction } from '#platform/database/database.ts'

/** A release as it was wished; when another has taken its place since, it ended before its own end. */
export function readRelease(tx: Transaction, id: string) {
  return tx
    .selectFrom('newsroom.release')
    .select(['revision', 'from_at', 'until_at', 'is_embargoed'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Notes that a release will not come to be. */
export async function callOff(tx: Transaction, release: string, now: Date): Promise<void> {
  await tx.updateTable('newsroom.release').set({ called_off_at: now }).where('id', '=', release).execute()
}
