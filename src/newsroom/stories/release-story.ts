import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { saidWords } from '../said-words.ts'
import { actOn } from './act-on.ts'
import { lockEdition, readRevision } from './edition-store.ts'
import { requireLatestRevision } from './require-latest-revision.ts'
import { requireChecked } from './require-checked.ts'
import { requireCleared } from './require-cleared.ts'
import type { Release } from './show-revision.ts'
import { showRevision } from './show-revision.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** `latest` is the last revision that whoever asks has seen: where another was saved meanwhile, nothing is done. */
type Asked = Release & { latest?: number }

/** Releases a revision, now or at a time; it takes the place of whatever was scheduled for the edition before. Returns the release's id. */
export async function releaseStory(newsroom: Newsroom, by: Member, { latest, ...asked }: Asked): Promise<string> {
  const note = saidWords(asked.correction, 'correction')
  const release = { ...asked, ...(asked.correction !== undefined && { correction: note }) }
  return newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, release.edition)
    authorize(storyPolicy.releaseStory(by, edition), 'release this story')
    requireLatestRevision(edition, latest)
    requireToCome(release.at, newsroom.clock.now())
    const revision = release.revision ?? edition.revision
    // An earlier revision may lie in another section than the latest.
    const { section, projects } = await readRevision(tx, edition.id, revision)
    authorize(storyPolicy.releaseStory(by, { ...edition, section, projects }), 'release a story there')
    await requireCleared(tx, by, edition, { ...release, revision, section, now: newsroom.clock.now() })
    await requireChecked(newsroom, tx, edition, { revision, at: release.at })
    if (revision === edition.revision)
      await tx.updateTable('newsroom.edition').set({ planned_for: null }).where('id', '=', edition.id).execute()
    const id = await showRevision(newsroom, tx, by, edition, release)
    const { edition: _, correction, ...wishes } = release
    const details = { ...wishes, revision, ...(correction && { correction }) }
    await actOn(tx, by, edition, { act: correction ? 'correctStory' : 'releaseStory', at: newsroom.clock.now(), details })
    return id
  })
}

function requireToCome(at: Date | undefined, now: Date): void {
  if (at && at < now)
    throw new Failure('invalid', 'past-moment', 'That moment has passed. Release it now, or choose a later one.', {
      values: { field: 'at' },
    })
}

/** Corrects what readers see with a public note. */
export async function correctStory(newsroom: Newsroom, by: Member, correction: Asked & { correction: string }): Promise<string> {
  if (correction.correction.trim() === '')
    throw new Failure('invalid', 'no-note', 'A correction needs a note that says what was wrong.', { values: { field: 'correction' } })
  return releaseStory(newsroom, by, correction)
}
