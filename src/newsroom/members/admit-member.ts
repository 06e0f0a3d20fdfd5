import type { Newsroom } from '../newsroom.ts'

/** Notes that a member comes in, for the first time or again. False: they are suspended, or nobody. */
export async function admitMember(newsroom: Newsroom, id: string): Promise<boolean> {
  const { numUpdatedRows } = await newsroom.db.writer
    .updateTable('newsroom.member')
    .set({ state: 'active', signed_in_at: newsroom.clock.now() })
    .where('id', '=', id)
    .where('state', '!=', 'suspended')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
