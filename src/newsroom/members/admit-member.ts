import type { Newsroom } from '../newsroom.ts'
import { actOnMember } from './act-on-member.ts'

/** How someone comes in, from which network address, and whether they have just given a code as their second step. */
export type Entrance = { way: string | null; address: string | null; isAfterCode: boolean }

/** Notes that a member comes in, for the first time or again. False: they are suspended, or nobody. */
export async function admitMember(newsroom: Newsroom, id: string, { way, address, isAfterCode }: Entrance): Promise<boolean> {
  return newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const member = await tx
      .updateTable('newsroom.member')
      .set({ state: 'active', signed_in_at: at })
      .where('id', '=', id)
      .where('state', '!=', 'suspended')
      .returning(['name', 'email', 'has_codes'])
      .executeTakeFirst()
    if (!member) return false
    const by = { id, name: member.name || member.email, via: { surface: 'desk', address } } as const
    // Whoever has codes is not in before they gave one.
    const hasStepToCome = member.has_codes && !isAfterCode && (way === 'password' || way === 'link')
    if (!hasStepToCome) await actOnMember(tx, by, by, { act: 'admitMember', at, details: { way } })
    return true
  })
}
