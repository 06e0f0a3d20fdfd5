import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { HeldEdition } from './edition-store.ts'

const runMinutes = 10

/** A run of autosaves by one member: when it began, and the autosave that the next one takes the place of. */
export type AutosaveRun = { since: Date; replaces: number | null }

/** The run that an autosave now belongs to: the one that the latest revision ends, or a new one. */
export async function runOfAutosaves(tx: Transaction, by: Member, edition: HeldEdition, now: Date): Promise<AutosaveRun> {
  const latest = await tx
    .selectFrom('newsroom.revision as revision')
    .leftJoin('newsroom.kept_revision as kept', (join) =>
      join.onRef('kept.edition_id', '=', 'revision.edition_id').onRef('kept.number', '=', 'revision.number'),
    )
    .select(['revision.is_autosave', 'revision.run_began_at', 'revision.saver_id', 'kept.kept_at'])
    .where('revision.edition_id', '=', edition.id)
    .where('revision.number', '=', edition.revision)
    .executeTakeFirst()
  const began = latest?.is_autosave && latest.saver_id === by.id && latest.kept_at === null ? latest.run_began_at : null
  const isSpokenOf = [edition.sent, edition.cleared, edition.shown].includes(edition.revision)
  if (!began || isSpokenOf || now.getTime() - began.getTime() >= runMinutes * 60_000) return { since: now, replaces: null }
  return { since: began, replaces: edition.revision }
}

/** Removes the autosave that another of its run has taken the place of. */
export async function squashAutosaves(tx: Transaction, edition: HeldEdition, run: AutosaveRun): Promise<void> {
  if (run.replaces === null) return
  await tx.deleteFrom('newsroom.revision').where('edition_id', '=', edition.id).where('number', '=', run.replaces).execute()
}
