import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { addRevision, lockEdition, readRevision } from './edition-store.ts'
import { parseRevisionContent } from './story-input.ts'
import { releaseStory } from './release-story.ts'
import { authorize, mayRelease } from './story-policy.ts'

/** Gives a released edition a new address; the old one answers 301 to it for ever. */
export async function changeSlug(newsroom: Newsroom, by: Member, input: { edition: string; slug: string }): Promise<void> {
  authorize(mayRelease(by), 'change this address')
  const revision = await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    const content = await readRevision(tx, edition.id, edition.revision)
    await addRevision(
      tx,
      by,
      edition.id,
      edition.revision + 1,
      parseRevisionContent({ ...content, slug: input.slug }),
      newsroom.clock.now(),
    )
    return edition.revision + 1
  })
  await releaseStory(newsroom, by, { edition: input.edition, revision })
}
