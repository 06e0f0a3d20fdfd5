import { hashOf } from '#lib/canonical-json.ts'
import { slugify } from '#lib/slugify.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Inline } from '../stories/body.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { addRevision, keepRevision, readRevision } from '../stories/edition-store.ts'
import type { Followed } from '../stories/passages/followed.ts'
import { mapPassages } from '../stories/passages/map-passages.ts'
import { markDone } from '../stories/passages/settle-passages.ts'

import { holdTranslation, keepTranslation } from '../stories/passages/translation-store.ts'
import { settleAfterSave } from '../stories/settle-after-save.ts'
import type { RevisionContent } from '../stories/story.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import type { SeenRevisions } from './hold-both.ts'
import { holdSeen } from './hold-both.ts'

export type PassageWork = SeenRevisions & {
  /** What passages say from now on, by their ids. */
  written: ReadonlyMap<number, Inline[]>
  /** Passages that are done with this. */
  done: ReadonlySet<number>
}

/** Writes passages of a translation beside its source, and marks some done; returns the number of the revision, the same where no word changed. */
export async function writePassages(newsroom: Newsroom, by: Member, work: PassageWork): Promise<number> {
  return newsroom.db.transact(async (tx) => {
    const { edition } = await holdSeen(tx, work, (held) => authorize(storyPolicy.writePassages(by, held), 'write this translation'))
    const now = newsroom.clock.now()
    const number = await saveWritten(tx, by, edition, { written: work.written, now })
    const translation = await holdTranslation(tx, edition.id)
    await keepTranslation(tx, { ...translation, passages: markDone(translation.passages, work.done) })
    const details = { revision: number, written: work.written.size, done: work.done.size }
    await recordAct(tx, by, { act: 'writePassages', kind: 'edition', id: edition.id, name: edition.headline, at: now, details })
    return number
  })
}

/** Saves a translation with other words in some of its passages; the rest is untouched. Returns the revision, the same where no word changed. */
export async function saveWritten(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  of: { written: ReadonlyMap<number, Inline[]>; now: Date; name?: string },
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
  of: { before: RevisionContent; content: RevisionContent; now: Date; name?: string },
): Promise<number> {
  const content = parseRevisionContent(of.content)
  if (hashOf(content) === hashOf(of.before)) return edition.revision
  const number = edition.revision + 1
  await addRevision(tx, by, { edition: edition.id, number, content, at: of.now })
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
