import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readSecondPairRule } from '../settings/read-second-pair-rule.ts'
import type { HeldEdition } from './edition-store.ts'
import { recordStep } from './step-store.ts'

/** Where a second pair of eyes is needed, only a cleared revision is released; a reason to do it alone stays visible until a second person has looked. */
export async function requireCleared(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  release: { revision: number; aloneBecause?: string; now: Date },
): Promise<void> {
  if (edition.cleared === release.revision || !(await readSecondPairRule(tx, edition.section))) return
  const reason = release.aloneBecause?.trim().slice(0, 2000)
  if (!reason)
    throw new Failure(
      'refused',
      'not-cleared',
      'This section wants a second person to clear a text first. Send it for review, or give a reason, which stays visible to all.',
    )
  await recordStep(tx, by, { edition: edition.id, revision: release.revision, act: 'cleared alone', at: release.now, reason })
}
