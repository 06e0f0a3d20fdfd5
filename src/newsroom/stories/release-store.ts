import { sql } from 'kysely'

import type { Reader, Transaction } from '#platform/database/database.ts'
import { visibleAt } from '../visible-at.ts'

/** `revision`: what readers will see then. */
export type Scheduled = { revision: number | null; at: Date; until: Date | null; isEmbargoed: boolean }

/** What lists say of a release that is still to come. */
export type ToCome = { at: Date; isEmbargoed: boolean }

/** A release as it was wished; when another has taken its place since, it ended before its own end. */
export function readRelease(tx: Transaction, id: string) {
  return tx
    .selectFrom('newsroom.release')
    .select(['revision', 'from_at', 'until_at', 'is_embargoed'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What is to come before readers of an edition: its moment, its end and whether it is under embargo; undefined where nothing is. */
export function findScheduled(db: Reader, edition: string, now: Date): Promise<Scheduled | undefined> {
  return db
    .selectFrom('newsroom.release')
    .select(['revision', 'from_at as at', 'until_at as until', 'is_embargoed as isEmbargoed'])
    .where('edition_id', '=', edition)
    .where('revision', 'is not', null)
    .where('called_off_at', 'is', null)
    .where('from_at', '>', now)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst()
}

/** Notes that a release will not come to be. */
export async function callOff(tx: Transaction, release: string, now: Date): Promise<void> {
  await tx.updateTable('newsroom.release').set({ called_off_at: now }).where('id', '=', release).execute()
}

/** The revision of an edition that readers see now; null where they see none. */
export async function findShownNow(db: Reader, edition: string, now: Date): Promise<number | null> {
  const row = await db
    .selectFrom('live.edition as live')
    .innerJoin('newsroom.release as release', 'release.id', 'live.release_id')
    .select('release.revision')
    .where('live.edition_id', '=', edition)
    .where(visibleAt(now, 'live'))
    .executeTakeFirst()
  return row?.revision ?? null
}

/** Whether the latest release of the edition that a query calls `name` is under embargo until its moment. */
export const isUnderEmbargo = (name: 'edition' | 'e') => sql<boolean>`exists (
  select from newsroom.release release where release.edition_id = ${sql.ref(`${name}.id`)} and release.from_at = ${sql.ref(`${name}.shown_from`)}
  and release.is_embargoed and release.revision is not null and release.called_off_at is null)`

export function toComeOf({ shown_from, is_embargoed }: { shown_from: Date | null; is_embargoed: boolean }, now: Date): ToCome | null {
  return shown_from !== null && shown_from > now ? { at: shown_from, isEmbargoed: is_embargoed } : null
}
