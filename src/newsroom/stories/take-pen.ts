import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { holdPen } from '../pens/pen-store.ts'
import { lockEdition } from './edition-store.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Takes or renews the pen of an edition for one tab of a browser. Taken over from another, that one is told. Returns the latest revision's number. */
export async function takePen(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; tab: string; takeOver?: boolean },
): Promise<number> {
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.takePen(by, edition), 'write this story')
    const before = await holdPen(tx, by, { ...input, now })
    if (before) await notify(tx, { to: [before.member], edition: edition.id, kind: 'pen taken', by, words: edition.headline, at: now })
    return edition.revision
  })
}

/** Puts the pen down, if this tab holds it. */
export async function putDownPen(newsroom: Newsroom, by: Member, input: { edition: string; tab: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    authorize(storyPolicy.putDownPen(by, await lockEdition(tx, input.edition)), 'write this story')
    await tx
      .deleteFrom('newsroom.pen')
      .where('edition_id', '=', input.edition)
      .where('member_id', '=', by.id)
      .where('tab', '=', input.tab)
      .execute()
  })
}
