import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { PenElsewhere, readPen } from '../pens/pen-store.ts'
import { needsReason } from '../stories/require-cleared.ts'
import { checkEdition } from '../stories/check-edition.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { addRevision } from '../stories/edition-store.ts'
import { wishesOf } from '../stories/release-wishes.ts'
import { showRevision } from '../stories/show-revision.ts'
import type { RevisionContent } from '../stories/story.ts'
import { storyPolicy } from '../stories/story-policy.ts'

/** Readers have the latest text, or will have it from a moment on: no draft waits on it. */
export const isShownNow = (edition: HeldEdition, now: Date): boolean =>
  edition.shown === edition.revision && (edition.shownUntil === null || edition.shownUntil > now)

/**
 * Saves a revision in which no word differs from the latest. Whoever saves it wrote none of the text, so it stays as cleared, as sent and as
 * much someone's own as it was, and is as last saved as it was; `isShown` puts it before readers in place of the one that they have. Returns its number.
 */
export async function saveFacts(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { content, isShown }: { content: RevisionContent; isShown: boolean },
): Promise<number> {
  const now = newsroom.clock.now()
  const number = edition.revision + 1
  const wishes = isShown ? await wishesOf(tx, edition, now) : {}
  await addRevision(tx, by, { edition: edition.id, number, content, at: now, isMoved: true, isOfMany: true })
  const saved = carried(edition, number)
  if (isShown) await showRevision(newsroom, tx, by, saved, { edition: edition.id, revision: number, isOfFacts: true, ...wishes })
  await tx
    .updateTable('newsroom.edition')
    .set({ cleared_revision: saved.cleared, seconded_revision: saved.seconded })
    .where('id', '=', edition.id)
    .execute()
  return number
}

/** Why readers cannot have changed facts of what they see now; undefined where they can. */
export async function whyNotShown(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { before, after }: { before: RevisionContent; after: RevisionContent },
): Promise<'not-allowed' | 'not-cleared' | 'blocked-by-checks' | undefined> {
  const there = { ...edition, section: after.section, projects: after.projects }
  if (!storyPolicy.releaseStory(by, edition) || !storyPolicy.releaseStory(by, there)) return 'not-allowed'
  // What was released where it is may stay there; where it comes anew its section's rule counts.
  const revision = edition.revision + 1
  const isMoved = before.section !== after.section
  if (isMoved && (await needsReason(tx, carried(edition, revision), { revision, section: after.section }))) return 'not-cleared'
  const blocked = await blockingChecks(newsroom, tx, edition, after)
  if (blocked.length === 0) return undefined
  const known = new Set(await blockingChecks(newsroom, tx, edition, before))
  return blocked.every((check) => known.has(check)) ? undefined : 'blocked-by-checks'
}

/** Saving while someone writes would make their next save a stale one; of many stories nobody looks at each, so it is left (docs/decisions/0008). */
export async function refuseWhileWritten(tx: Transaction, edition: string, now: Date): Promise<void> {
  const pen = await readPen(tx, edition)
  if (pen && pen.expiresAt > now) throw new PenElsewhere(pen)
}

function carried(edition: HeldEdition, number: number): HeldEdition {
  const on = (revision: number | null) => (revision === edition.revision ? number : revision)
  return { ...edition, revision: number, cleared: on(edition.cleared), seconded: on(edition.seconded) }
}

async function blockingChecks(newsroom: Newsroom, tx: Transaction, edition: HeldEdition, content: RevisionContent): Promise<string[]> {
  const of = { edition: { id: edition.id }, language: edition.language, moment: newsroom.clock.now(), origin: newsroom.origin }
  return (await checkEdition(tx, content, of)).flatMap(({ level, check }) => (level === 'block' ? [check] : []))
}
