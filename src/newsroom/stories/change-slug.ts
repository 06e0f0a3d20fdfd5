import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn } from './act-on.ts'
import { addRevision, lockEdition, readRevision } from './edition-store.ts'
import { wishesOf } from './release-wishes.ts'
import { requireLatestRevision } from './require-latest-revision.ts'
import { showRevision } from './show-revision.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** `latest` is the last revision that whoever asks has seen: where another was saved meanwhile, nothing is done. */
type Move = { edition: string; latest?: number; slug: string }

/** Gives a released edition a new address; the old one answers 301 to it for ever. A draft that waits on it goes on waiting, under the new address. */
export async function changeSlug(newsroom: Newsroom, by: Member, input: Move): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.changeSlug(by, edition), 'change this address')
    requireLatestRevision(edition, input.latest)
    if (edition.shown === null || (edition.shownUntil && edition.shownUntil <= at))
      throw new Failure('conflict', 'not-live', 'Only a released story has an address to change; write it in the draft.')
    const slug = { slug: input.slug }
    const [shown, latest] = [await readRevision(tx, edition.id, edition.shown), await readRevision(tx, edition.id, edition.revision)]
    const number = edition.revision + 1
    await addRevision(tx, by, { edition: edition.id, number, content: parseRevisionContent({ ...shown, ...slug }), at, isMoved: true })
    await actOn(tx, by, edition, { act: 'changeSlug', at, details: { from: shown.slug, to: input.slug } })
    const isWaiting = edition.revision !== edition.shown
    const moved = { ...edition, revision: number, ...(!isWaiting && edition.seconded === edition.shown && { seconded: number }) }
    await showRevision(newsroom, tx, by, moved, { edition: edition.id, revision: number, ...(await wishesOf(tx, edition, at)) })
    const latestNumber = isWaiting ? number + 1 : number
    if (isWaiting)
      await addRevision(tx, by, {
        edition: edition.id,
        number: latestNumber,
        content: parseRevisionContent({ ...latest, ...slug }),
        at,
        isMoved: true,
      })
    await tx
      .updateTable('newsroom.edition')
      .set({
        ...(isWaiting && { state: edition.state }),
        // What was cleared is cleared still, at its new address.
        cleared_revision: edition.cleared === edition.revision ? latestNumber : edition.cleared,
        seconded_revision: edition.seconded === edition.revision ? latestNumber : edition.seconded,
      })
      .where('id', '=', edition.id)
      .execute()
  })
}
