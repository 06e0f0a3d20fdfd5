import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn } from './act-on.ts'
import { addRevision, keepRevision, lockEdition, readRevision } from './edition-store.ts'
import { requireLatestRevision } from './require-latest-revision.ts'
import { revisionName } from './revision-name.ts'
import { settleAfterSave } from './settle-after-save.ts'
import { authorize, mayMove, storyPolicy } from './story-policy.ts'

/** `latest` is the last revision that whoever asks has seen: where another was saved meanwhile, nothing is done. */
type Restoring = { edition: string; latest?: number; revision: number }

/** Makes an earlier revision the latest again, as a new one; what came between stays. Returns the new number. */
export async function restoreRevision(newsroom: Newsroom, by: Member, input: Restoring): Promise<number> {
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.restoreRevision(by, edition), 'restore a revision of this story')
    requireLatestRevision(edition, input.latest)
    const content = await readRevision(tx, edition.id, input.revision)
    authorize(mayMove(by, edition, content), 'move a story there')
    await keepRevision(tx, by, { edition: edition.id, number: edition.revision, at: now })
    await addRevision(tx, by, { edition: edition.id, number: edition.revision + 1, content, at: now })
    await settleAfterSave(tx, edition)
    const details = { restored: input.revision, as: edition.revision + 1 }
    await actOn(tx, by, edition, { act: 'restoreRevision', at: now, details })
    return edition.revision + 1
  })
}

/** Gives a revision a name, so that it is found again; it is kept for good. */
export async function nameRevision(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; revision: number; name: string },
): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.nameRevision(by, edition), 'name a revision of this story')
    await readRevision(tx, edition.id, input.revision)
    const at = newsroom.clock.now()
    const name = revisionName(input.name)
    await keepRevision(tx, by, { edition: edition.id, number: input.revision, at, name })
    await actOn(tx, by, edition, { act: 'nameRevision', at, details: { revision: input.revision, name } })
  })
}
