import { hashOf } from '#lib/canonical-json.ts'
import { slugify } from '#lib/slugify.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPen } from '../pens/pen-store.ts'
import type { Inline } from '../stories/body.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { addRevision, keepRevision, lockEdition, readRevision } from '../stories/edition-store.ts'
import type { TabSave } from '../stories/goes-on.ts'
import { goesOn, tabOf } from '../stories/goes-on.ts'
import type { Followed } from '../stories/passages/followed.ts'
import { mapPassages } from '../stories/passages/map-passages.ts'
import { markDone } from '../stories/passages/settle-passages.ts'

import { holdTranslation, keepTranslation } from '../stories/passages/translation-store.ts'
import { settleAfterSave } from '../stories/settle-after-save.ts'
import type { AutosaveRun } from '../stories/squash-autosaves.ts'
import { runOfAutosaves, squashAutosaves } from '../stories/squash-autosaves.ts'
import type { RevisionContent } from '../stories/story.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import type { SeenRevisions } from './hold-both.ts'
import { holdSeen } from './hold-both.ts'

export type PassageWork = SeenRevisions &
  TabSave & {
    /** What passages say from now on, by their ids. */
    written: ReadonlyMap<number, Inline[]>
    /** Passages that are done with this. */
    done: ReadonlySet<number>
    /** Made by the browser while writing: of a run within ten minutes the last is kept. */
    isAutosave?: boolean
  }

/** Writes passages of a translation beside its source, and marks some done; returns the number of the revision, the same where no word changed. */
export async function writePassages(newsroom: Newsroom, by: Member, work: PassageWork): Promise<number> {
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const latest = await lockEdition(tx, work.edition)
    // What is saved already is not saved again, whoever holds the pen by now: its answer was lost on the way.
    const isNothing = work.isAutosave && work.written.size + work.done.size === 0
    if (isNothing && storyPolicy.writePassages(by, latest)) return latest.revision
    const { edition } = await holdSeen(
      tx,
      by,
      work,
      async (held) => {
        authorize(storyPolicy.writePassages(by, held), 'write this translation')
        if (work.tab !== undefined) await holdPen(tx, by, { edition: held.id, tab: work.tab, now })
      },
      (held) => goesOn(tx, by, held, work),
    )
    const run = work.isAutosave ? await runOfAutosaves(tx, by, edition, now) : undefined
    const from = tabOf(work)
    const number = await saveWritten(tx, by, edition, { written: work.written, now, ...(run && { run }), ...(from && { from }) })
    const translation = await holdTranslation(tx, edition.id)
    await keepTranslation(tx, { ...translation, passages: markDone(translation.passages, work.done) })
    // What a browser saves while someone writes is no act of theirs: the revision tells of it.
    if (!work.isAutosave || work.done.size > 0) {
      const details = { revision: number, written: work.written.size, done: work.done.size }
      await recordAct(tx, by, { act: 'writePassages', kind: 'edition', id: edition.id, name: edition.headline, at: now, details })
    }
    return number
  })
}

/** When a translation is saved, as what, by which run of autosaves and by which tab. */
type How = { now: Date; name?: string; run?: AutosaveRun; from?: { tab: string; order: number } }

/** Saves a translation with other words in some of its passages; the rest is untouched. Returns the revision, the same where no word changed. */
export async function saveWritten(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  of: How & { written: ReadonlyMap<number, Inline[]> },
): Promise<number> {
  const translation = await holdTranslation(tx, edition.id)
  const before = await readRevision(tx, edition.id, edition.revision)
  const content = withWritten(before, translation.passages, of.written, edition.shown !== null)
  return saveContent(tx, by, edition, { before, content, ...of })
}

/** Saves what a translation says from now on, where it differs. */
export async function saveContent(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  of: How & { before: RevisionContent; content: RevisionContent },
): Promise<number> {
  const content = parseRevisionContent(of.content)
  if (hashOf(content) === hashOf(of.before)) return edition.revision
  const number = edition.revision + 1
  const { run, from } = of
  await addRevision(tx, by, { edition: edition.id, number, content, at: of.now, ...(run && { run }), ...(from && { from }) })
  if (run) await squashAutosaves(tx, edition, run)
  if (of.name) await keepRevision(tx, by, { edition: edition.id, number, at: of.now, name: of.name })
  await settleAfterSave(tx, edition)
  return number
}

/** A text with other words in some passages. An address that was made of the headline goes with it, until it is public. */
export function withWritten(
  content: RevisionContent,
  passages: readonly Followed[],
  written: ReadonlyMap<number, Inline[]>,
  isPublic: boolean,
): RevisionContent {
  const byTarget = new Map(passages.flatMap(({ id, target }) => (target === null ? [] : [[target, written.get(id)] as const])))
  let index = -1
  const changed = mapPassages(content, () => byTarget.get((index += 1)))
  const isMade = content.slug === '' || content.slug === slugify(content.headline)
  return isMade && !isPublic && changed.headline !== content.headline ? { ...changed, slug: slugify(changed.headline) } : changed
}
