import { hashOf } from '#lib/canonical-json.ts'
import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn } from '../stories/act-on.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { lockEdition, readRevision } from '../stories/edition-store.ts'
import { authorize, mayMove, storyPolicy } from '../stories/story-policy.ts'
import type { ChangedItem } from './change-store.ts'
import { itemsOf, requireChange } from './change-store.ts'
import { eachStory } from './each-story.ts'
import { listPolicy } from './list-policy.ts'
import { isShownNow, refuseWhileWritten, saveFacts } from './save-facts.ts'
import type { ChangeOutcome } from './story-change.ts'
import { undoDays } from './story-change.ts'

export const undoable: ChangeOutcome[] = ['released', 'saved', 'draft', 'assigned']

export const isUndoable = (begunAt: Date, now: Date): boolean => now.getTime() - begunAt.getTime() < undoDays * 86_400_000

/** Puts back what a change of many stories changed, in each of them of which nothing was saved since; the others are left, with the reason. */
export async function undoChange(newsroom: Newsroom, by: Member, input: { change: string }): Promise<void> {
  const change = await newsroom.db.transact(async (tx) => {
    const held = await requireChange(tx, input.change)
    authorize(listPolicy.undoChange(by, held), 'undo this change')
    const now = newsroom.clock.now()
    if (!isUndoable(held.begunAt, now))
      throw new Failure('conflict', 'change-too-old', `A change can be undone for ${undoDays} days. Change the stories themselves now.`)
    // What still waited to be changed is not changed any more.
    await tx
      .updateTable('newsroom.change')
      .set((eb) => ({ undone_at: eb.fn.coalesce('undone_at', eb.val(now)), undone_by: eb.fn.coalesce('undone_by', eb.val(by.name)) }))
      .where('id', '=', held.id)
      .execute()
    await tx
      .updateTable('newsroom.change_item')
      .set({ outcome: 'left', reason: 'change-undone' })
      .where('change_id', '=', held.id)
      .where('outcome', '=', 'waiting')
      .execute()
    return held
  })
  await eachStory(newsroom, change.id, await itemsOf(newsroom.db.writer, change.id, undoable), async (tx, item) => {
    if (!undoable.includes(item.outcome)) return item
    const edition = await lockEdition(tx, item.edition)
    if (item.outcome === 'assigned') await takeBack(tx, by, edition, item)
    else await putBack(newsroom, tx, by, edition, item)
    await actOn(tx, by, edition, { act: 'undoChange', at: newsroom.clock.now(), details: { change: change.id } })
    return { ...item, outcome: 'undone', reason: null }
  })
}

async function putBack(newsroom: Newsroom, tx: Transaction, by: Member, edition: HeldEdition, item: ChangedItem): Promise<void> {
  const now = newsroom.clock.now()
  if (item.revisionBefore === null || !(await isAsLeft(tx, edition, item.revisionAfter)))
    throw new Failure('conflict', 'saved-since', 'Somebody saved this story since: change it there.')
  const content = await readRevision(tx, edition.id, item.revisionBefore)
  const there = { ...edition, section: content.section, projects: content.projects }
  authorize(storyPolicy.saveRevision(by, edition) && mayMove(by, edition, there), 'save this edition')
  await refuseWhileWritten(tx, edition.id, now)
  const isOut = isShownNow(edition, now)
  if (isOut) authorize(storyPolicy.releaseStory(by, edition) && storyPolicy.releaseStory(by, there), 'release this story')
  // A draft that the change made goes: readers see the very facts that it goes back to.
  const isAsShown = item.outcome === 'draft' && edition.state === 'draft' && edition.shown === item.revisionBefore
  await saveFacts(newsroom, tx, by, edition, { content, isShown: isOut || isAsShown })
}

/** Whether a text says what the change left it saying: nothing was saved since, or what was saved since is undone. */
async function isAsLeft(tx: Transaction, edition: HeldEdition, revisionAfter: number | null): Promise<boolean> {
  if (revisionAfter === null) return false
  if (edition.revision === revisionAfter) return true
  return hashOf(await readRevision(tx, edition.id, edition.revision)) === hashOf(await readRevision(tx, edition.id, revisionAfter))
}

async function takeBack(tx: Transaction, by: Member, edition: HeldEdition, { assignment }: ChangedItem): Promise<void> {
  authorize(storyPolicy.assignStory(by, edition), 'assign this story')
  const gone = await tx
    .deleteFrom('newsroom.assignment')
    .where('id', '=', assignment ?? '')
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw new Failure('conflict', 'done-since', 'What was asked is done already.')
}
