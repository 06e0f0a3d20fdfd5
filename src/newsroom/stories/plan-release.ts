import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn } from './act-on.ts'
import { lockEdition } from './edition-store.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Says when a text should go out; the desk says loudly when that passes and readers do not have it. Null takes the wish back. */
export async function planRelease(newsroom: Newsroom, by: Member, input: { edition: string; at: Date | null }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.planRelease(by, edition), 'plan this release')
    await tx.updateTable('newsroom.edition').set({ planned_for: input.at }).where('id', '=', edition.id).execute()
    await actOn(tx, by, edition, { act: 'planRelease', at: newsroom.clock.now(), details: { plannedFor: input.at } })
  })
}
