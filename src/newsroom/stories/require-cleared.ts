import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { saidWords } from '../said-words.ts'
import { asksSecondPair } from '../settings/asks-second-pair.ts'
import type { HeldEdition } from './edition-store.ts'
import { recordStep } from './step-store.ts'

type Subject = { revision: number; section: string | null }

/** Whether a revision goes out only for a reason: the section that it says wants a second person, and none has cleared it. */
export async function needsReason(db: Reader, edition: HeldEdition, { revision, section }: Subject): Promise<boolean> {
  if (edition.cleared === revision && edition.seconded === revision) return false
  if (!(await asksSecondPair(db, edition, section))) return false
  return edition.cleared !== revision || !(await wasClearedAlone(db, edition.id, revision))
}

/** Where a second pair of eyes is needed, only a cleared revision is released; a reason to do it alone stays visible until a second person has looked. */
export async function requireCleared(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  release: Subject & { aloneBecause?: string; now: Date },
): Promise<void> {
  if (!(await needsReason(tx, edition, release))) return
  const reason = saidWords(release.aloneBecause, 'aloneBecause')
  if (!reason)
    throw new Failure(
      'refused',
      'not-cleared',
      'This section wants a second person to clear a text first. Send it for review, or give a reason, which stays visible to all.',
      { values: { field: 'aloneBecause' } },
    )
  await recordStep(tx, by, { edition: edition.id, revision: release.revision, act: 'cleared alone', at: release.now, reason })
}

// What was cleared while its section asked for nobody was not cleared alone for a reason that anyone knows.
async function wasClearedAlone(db: Reader, edition: string, revision: number): Promise<boolean> {
  const step = await db
    .selectFrom('newsroom.step')
    .select('id')
    .where('edition_id', '=', edition)
    .where('revision', '=', revision)
    .where('act', '=', 'cleared alone')
    .executeTakeFirst()
  return step !== undefined
}
