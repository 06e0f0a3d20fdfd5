import type { Transaction } from '#platform/database/database.ts'

import type { HeldEdition } from './edition-store.ts'
import { readLiveRows } from './live-store.ts'
import { readRelease } from './release-store.ts'
import type { Release } from './show-revision.ts'

/** As the release that is replaced wished: its moment, if that is still to come, its end and its embargo. */
export async function wishesOf(tx: Transaction, edition: HeldEdition, now: Date): Promise<Pick<Release, 'at' | 'until' | 'isEmbargoed'>> {
  const { shown, next } = await readLiveRows(tx, edition.id, now)
  const row = next ?? shown
  const isEmbargoed = (row && (await readRelease(tx, row.release_id))?.is_embargoed) ?? false
  return {
    isEmbargoed,
    ...(edition.shownFrom && edition.shownFrom > now && { at: edition.shownFrom }),
    ...(edition.shownUntil && { until: edition.shownUntil }),
  }
}
