import { hashOf } from '#lib/canonical-json.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPen } from '../pens/pen-store.ts'
import { currentReferences, refuseArchived } from '../references/current-references.ts'
import { actOn } from './act-on.ts'
import type { HeldEdition } from './edition-store.ts'
import { addRevision, lockEdition, readRevision } from './edition-store.ts'
import { settleAfterSave } from './settle-after-save.ts'
import { squashAutosaves, runOfAutosaves } from './squash-autosaves.ts'
import { StaleRevision } from './stale-revision.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, mayMove, storyPolicy } from './story-policy.ts'

export type Save = {
  edition: string
  /** The number of the revision that the text was made from; anything but the latest is stale. */
  madeFrom: number
  content: unknown
  /** Made by the browser while writing: of a run within ten minutes the last is kept. */
  isAutosave?: boolean
  /** The tab of a browser that holds the pen; absent where no pen is asked for (programs, forms without script). */
  tab?: string
  /** That browser's clock when it sent this, in milliseconds: each save of a tab has a larger one than those before. */
  order?: number
}

/** Saves the next revision of an edition, if it was made from the latest one; returns its number. What is saved already is not saved again. */
export async function saveRevision(newsroom: Newsroom, by: Member, save: Save): Promise<number> {
  const said = parseRevisionContent(save.content)
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, save.edition)
    const content = await currentReferences(tx, said)
    authorize(storyPolicy.saveRevision(by, edition), 'save this edition')
    authorize(mayMove(by, edition, content), 'move a story there')
    const latest = await readRevision(tx, edition.id, edition.revision)
    // An answer that was lost on the way is asked for again, whoever holds the pen by now.
    if (hashOf(latest) === hashOf(content)) return edition.revision
    await refuseArchived(tx, content, latest)
    if (save.tab !== undefined) await holdPen(tx, by, { edition: edition.id, tab: save.tab, now })
    if (edition.revision !== save.madeFrom && !(await goesOn(tx, by, edition, save)))
      throw new StaleRevision(save.madeFrom, edition.revision, await changedSince(tx, edition, save, latest))
    const number = edition.revision + 1
    const from = save.tab !== undefined && save.order !== undefined && { from: { tab: save.tab, order: save.order } }
    const run = save.isAutosave ? await runOfAutosaves(tx, by, edition, now) : undefined
    await addRevision(tx, by, { edition: edition.id, number, content, at: now, ...(run && { run }), ...from })
    if (run) await squashAutosaves(tx, edition, run)
    await settleAfterSave(tx, edition)
    // What a browser saves while someone writes is no act of theirs: the revision tells of it.
    if (!save.isAutosave)
      await actOn(tx, by, { ...edition, headline: content.headline }, { act: 'saveRevision', at: now, details: { revision: number } })
    return number
  })
}

/**
 * Whether the latest revision is an earlier save of this very tab, whose answer was lost on the way. A tab sends a save only when the one before
 * was answered or is given up, so nobody else's text lies between; one that was given up and comes in late has the smaller order.
 */
async function goesOn(tx: Transaction, by: Member, edition: HeldEdition, { tab, order }: Save): Promise<boolean> {
  if (tab === undefined || order === undefined) return false
  const latest = await tx
    .selectFrom('newsroom.revision')
    .select(['saver_id', 'saver_tab', 'tab_order'])
    .where('edition_id', '=', edition.id)
    .where('number', '=', edition.revision)
    .executeTakeFirst()
  return latest?.saver_id === by.id && latest.saver_tab === tab && latest.tab_order !== null && latest.tab_order < order
}

/** The fields in which two contents differ. */
export function changedFields(before: RevisionContent, after: RevisionContent): string[] {
  const fields = Object.entries(after).filter(
    ([field, value]) => hashOf(value) !== hashOf(Object.entries(before).find(([name]) => name === field)?.[1]),
  )
  return fields.map(([field]) => field)
}

// The revision that it was made from may have been an autosave that is squashed since: then anything may differ from what was sent.
async function changedSince(tx: Transaction, edition: HeldEdition, save: Save, latest: RevisionContent): Promise<string[]> {
  const base = await readRevision(tx, edition.id, save.madeFrom).catch(() => parseRevisionContent(save.content))
  return changedFields(base, latest)
}
