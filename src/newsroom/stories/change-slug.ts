import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { addRevision, lockEdition, readRevision, setState } from './edition-store.ts'
import { showRevision } from './show-revision.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Gives a released edition a new address; the old one answers 301 to it for ever. A draft that waits on it goes on waiting, under the new address. */
export async function changeSlug(newsroom: Newsroom, by: Member, input: { edition: string; slug: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.changeSlug(by, edition), 'change this address')
    if (edition.shown === null || (edition.shownUntil && edition.shownUntil <= at))
      throw new Failure('conflict', 'not-live', 'Only a released story has an address to change; write it in the draft.')
    const slug = { slug: input.slug }
    const [shown, latest] = [await readRevision(tx, edition.id, edition.shown), await readRevision(tx, edition.id, edition.revision)]
    const number = edition.revision + 1
    await addRevision(tx, by, { edition: edition.id, number, content: parseRevisionContent({ ...shown, ...slug }), at })
    const moved = { ...edition, revision: number }
    const from = edition.shownFrom && edition.shownFrom > at ? edition.shownFrom : undefined
    const until = edition.shownUntil
    await showRevision(newsroom, tx, by, moved, {
      edition: edition.id,
      revision: number,
      ...(from && { at: from }),
      ...(until && { until }),
    })
    if (edition.revision === edition.shown) return
    await addRevision(tx, by, { edition: edition.id, number: number + 1, content: parseRevisionContent({ ...latest, ...slug }), at })
    await setState(tx, edition.id, edition.state)
  })
}
