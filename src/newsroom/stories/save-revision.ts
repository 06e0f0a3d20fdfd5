import { hashOf } from '#lib/canonical-json.ts'
import { differing } from '#lib/differing.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPen } from '../pens/pen-store.ts'
import { currentReferences, refuseArchived } from '../references/current-references.ts'
import { actOn } from './act-on.ts'
import type { HeldEdition } from './edition-store.ts'
import { addRevision, findRevision, lockEdition, readRevision } from './edition-store.ts'
import type { TabSave } from './goes-on.ts'
import { goesOn, tabOf } from './goes-on.ts'
import { settleAfterSave } from './settle-after-save.ts'
import { squashAutosaves, runOfAutosaves } from './squash-autosaves.ts'
import { StaleRevision } from './stale-revision.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent, revisionContent } from './story-input.ts'
import { authorize, mayMove, storyPolicy } from './story-policy.ts'

/** `tab` is of the one that holds the pen; absent where no pen is asked for (programs, forms without script). */
export type Save = TabSave & {
  edition: string
  /** The number of the revision that the text was made from; anything but the latest is stale. */
  madeFrom: number
  content: unknown
  /** Made by the browser while writing: of a run within ten minutes the last is kept. */
  isAutosave?: boolean
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
    const from = tabOf(save)
    const run = save.isAutosave ? await runOfAutosaves(tx, by, edition, now) : undefined
    await addRevision(tx, by, { edition: edition.id, number, content, at: now, ...(run && { run }), ...(from && { from }) })
    if (run) await squashAutosaves(tx, edition, run)
    await settleAfterSave(tx, edition)
    // What a browser saves while someone writes is no act of theirs: the revision tells of it.
    if (!save.isAutosave)
      await actOn(tx, by, { ...edition, headline: content.headline }, { act: 'saveRevision', at: now, details: { revision: number } })
    return number
  })
}

// The revision that it was made from may have been an autosave that is squashed since: then anything may differ from what was sent.
async function changedSince(tx: Transaction, edition: HeldEdition, save: Save, latest: RevisionContent): Promise<string[]> {
  const base = (await findRevision(tx, edition.id, save.madeFrom)) ?? parseRevisionContent(save.content)
  return differing(revisionContent.keyof().options, base, latest)
}
