import { hashOf } from '#lib/canonical-json.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPen } from '../pens/pen-store.ts'
import type { HeldEdition } from './edition-store.ts'
import { addRevision, lockEdition, readRevision } from './edition-store.ts'
import { settleAfterSave } from './settle-after-save.ts'
import { squashAutosaves, runOfAutosaves } from './squash-autosaves.ts'
import { StaleRevision } from './stale-revision.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, storyPolicy } from './story-policy.ts'

export type Save = {
  edition: string
  /** The number of the revision that the text was made from; anything but the latest is stale. */
  madeFrom: number
  content: unknown
  /** Made by the browser while writing: of a run within ten minutes the last is kept. */
  isAutosave?: boolean
  /** The tab of a browser that holds the pen; absent where no pen is asked for (programs, forms without script). */
  tab?: string
}

/** Saves the next revision of an edition, if it was made from the latest one; returns its number. What is saved already is not saved again. */
export async function saveRevision(newsroom: Newsroom, by: Member, save: Save): Promise<number> {
  const content = parseRevisionContent(save.content)
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, save.edition)
    authorize(storyPolicy.saveRevision(by, edition), 'save this edition')
    authorize(storyPolicy.saveRevision(by, { ...edition, section: content.section, projects: content.projects }), 'move a story there')
    if (save.tab !== undefined) await holdPen(tx, by, { edition: edition.id, tab: save.tab, now })
    const latest = await readRevision(tx, edition.id, edition.revision)
    // An answer that was lost on the way is asked for again.
    if (hashOf(latest) === hashOf(content)) return edition.revision
    if (edition.revision !== save.madeFrom)
      throw new StaleRevision(save.madeFrom, edition.revision, await changedSince(tx, edition, save, latest))
    const number = edition.revision + 1
    const run = save.isAutosave ? await runOfAutosaves(tx, by, edition, now) : undefined
    await addRevision(tx, by, { edition: edition.id, number, content, at: now, ...(run && { autosaveSince: run.since }) })
    if (run) await squashAutosaves(tx, edition, run)
    await settleAfterSave(tx, edition)
    return number
  })
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
