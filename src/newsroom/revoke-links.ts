import type { Transaction } from '#platform/database/database.ts'

/** Takes private links back; those that were taken back before keep the moment of that. */
export async function revokeLinks(tx: Transaction, of: { edition_id: string; id?: string } | { made_by: string }, at: Date): Promise<void> {
  await tx
    .updateTable('newsroom.private_link')
    .set({ revoked_at: at })
    .where((eb) => eb.and(of))
    .where('revoked_at', 'is', null)
    .execute()
}
