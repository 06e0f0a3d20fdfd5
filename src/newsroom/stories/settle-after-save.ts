import type { Transaction } from '#platform/database/database.ts'

import type { HeldEdition } from './edition-store.ts'
import { setState } from './edition-store.ts'
import type { EditionState } from './story.ts'

/** Where an edition stands once its text has changed: what was cleared waits for review again, and what readers see has a draft waiting on it. */
export function stateAfterSave(state: EditionState): EditionState {
  return state === 'in review' || state === 'cleared' ? 'in review' : 'draft'
}

export async function settleAfterSave(tx: Transaction, edition: HeldEdition): Promise<void> {
  const state = stateAfterSave(edition.state)
  if (state !== edition.state) await setState(tx, edition.id, state)
}
