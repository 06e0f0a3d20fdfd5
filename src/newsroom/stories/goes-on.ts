import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { HeldEdition } from './edition-store.ts'

/** A save by a tab of a browser: by which, and that browser's clock when it sent this, in milliseconds. Each save of a tab has a later one. */
export type TabSave = { tab?: string; order?: number }

/**
 * Whether the latest revision is an earlier save of this very tab, whose answer was lost on the way. A tab sends a save only when the one before
 * was answered or is given up, so nobody else's text lies between; one that was given up and comes in late has the smaller order.
 */
export async function goesOn(tx: Transaction, by: Member, edition: HeldEdition, { tab, order }: TabSave): Promise<boolean> {
  if (tab === undefined || order === undefined) return false
  const latest = await tx
    .selectFrom('newsroom.revision')
    .select(['saver_id', 'saver_tab', 'tab_order'])
    .where('edition_id', '=', edition.id)
    .where('number', '=', edition.revision)
    .executeTakeFirst()
  return latest?.saver_id === by.id && latest.saver_tab === tab && latest.tab_order !== null && latest.tab_order < order
}

/** The tab and the moment of a save, as its revision keeps them; undefined where no tab says them. */
export const tabOf = ({ tab, order }: TabSave): { tab: string; order: number } | undefined =>
  tab === undefined || order === undefined ? undefined : { tab, order }
