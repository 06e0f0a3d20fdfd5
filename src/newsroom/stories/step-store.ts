import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { keepRevision } from './edition-store.ts'

export const stepActs = [
  'sent',
  'taken back',
  'sent back',
  'cleared',
  'cleared alone',
  'released',
  'scheduled',
  'called off',
  'corrected',
  'withdrawn',
] as const
export type StepAct = (typeof stepActs)[number]

/** Notes a step of an edition's way through the newsroom, and keeps the revision that it speaks of. */
export async function recordStep(
  tx: Transaction,
  by: Member,
  step: { edition: string; revision: number; act: StepAct; at: Date; reason?: string | null },
): Promise<void> {
  await keepRevision(tx, by, { edition: step.edition, number: step.revision, at: step.at })
  await tx
    .insertInto('newsroom.step')
    .values({
      id: uuid7(step.at),
      edition_id: step.edition,
      revision: step.revision,
      act: step.act,
      member_id: by.id,
      member_name: by.name,
      at: step.at,
      reason: step.reason ?? null,
    })
    .execute()
}
