import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { actOn } from '../stories/act-on.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { keepRevision, lockEdition } from '../stories/edition-store.ts'
import { holdStory } from '../stories/file-story.ts'
import { findTranslation } from '../stories/passages/translation-store.ts'
import { requireLatestRevision } from '../stories/require-latest-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { takeRows } from './move-rows.ts'
import { findObstacle, readOthers } from './weigh-deletion.ts'

/**
 * Deletes an edition that readers never had, and its story where it is the only one: everything about it leaves the lists at once, and can be
 * brought back for thirty days. `revision` is the latest that whoever deletes it knows. Returns an edition of the story that stays.
 */
export async function deleteDraft(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; revision?: number },
): Promise<{ other: string | null }> {
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.deleteDraft(by, edition), 'delete this draft')
    const obstacle = await findObstacle(tx, edition, now)
    if (obstacle) throw obstacle
    requireLatestRevision(edition, input.revision)
    await keepSource(tx, by, edition, now)
    await holdStory(tx, edition.story)
    const [other] = await readOthers(tx, edition)
    await keepDeleted(tx, by, edition, { isWholeStory: other === undefined, now })
    await takeRows(tx, { edition: edition.id, story: edition.story, isWholeStory: other === undefined })
    await notify(tx, { to: [edition.filedBy], edition: null, kind: 'deleted', by, words: edition.headline, at: now })
    const details = { story: edition.story, language: edition.language, isWholeStory: other === undefined }
    await actOn(tx, by, edition, { act: 'deleteDraft', at: now, details })
    return { other: other?.edition ?? null }
  })
}

async function keepDeleted(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { isWholeStory, now }: { isWholeStory: boolean; now: Date },
): Promise<void> {
  await tx
    .insertInto('newsroom.deleted_draft')
    .values({
      edition_id: edition.id,
      story_id: edition.story,
      is_whole_story: isWholeStory,
      language: edition.language,
      state: edition.state,
      headline: edition.headline,
      section_id: edition.section,
      project_ids: edition.projects,
      filed_by: edition.filedBy,
      deleted_at: now,
      deleted_by: by.name,
      deleter_id: by.id,
    })
    .execute()
}

/** The text that a translation follows is there when it comes back, whatever is saved of its source meanwhile. */
async function keepSource(tx: Transaction, by: Member, { id }: HeldEdition, at: Date): Promise<void> {
  const found = await findTranslation(tx, id)
  if (!found) return
  await lockEdition(tx, found.source)
  // Saved meanwhile, it is followed further by now.
  const translation = (await findTranslation(tx, id)) ?? found
  await keepRevision(tx, by, { edition: translation.source, number: translation.sourceRevision, at })
}
