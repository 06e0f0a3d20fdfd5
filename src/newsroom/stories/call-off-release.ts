import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify, unsay } from '../notices/notify.ts'
import { readSettings } from '../settings/read-settings.ts'
import { actOn } from './act-on.ts'
import type { HeldEdition } from './edition-store.ts'
import { lockEdition } from './edition-store.ts'
import { endAt, readLiveRows, removeLive } from './live-store.ts'
import { callOff, readRelease } from './release-store.ts'
import { recordStep } from './step-store.ts'
import type { EditionState } from './story.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Calls off what is scheduled; what readers see meanwhile stays, until the end it was given. The text is cleared, or withdrawn, still. */
export async function callOffRelease(newsroom: Newsroom, by: Member, input: { edition: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.callOffRelease(by, edition), 'call this release off')
    const { shown, next } = await readLiveRows(tx, edition.id, now)
    if (!next) throw new Failure('conflict', 'not-scheduled', 'Nothing is scheduled here; it may be before readers already.')
    const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
    await removeLive(tx, next, { now, defaultLanguage })
    await callOff(tx, next.release_id, now)
    const before = shown && (await readRelease(tx, shown.release_id))
    if (shown) await endAt(tx, shown, before?.until_at ?? null)
    await tx
      .updateTable('newsroom.edition')
      .set({
        shown_revision: before?.revision ?? null,
        shown_from: before?.from_at ?? null,
        shown_until: before?.until_at ?? null,
        // Nobody has seen what was called off: those who wrote it are counted as if it had never been scheduled.
        ...(edition.countedFrom === edition.shown && before?.revision !== edition.shown && { counted_from: null }),
        ...(edition.shown === edition.revision && { state: await stateWithout(tx, edition, before?.revision) }),
      })
      .where('id', '=', edition.id)
      .execute()
    await recordStep(tx, by, { edition: edition.id, revision: edition.shown ?? edition.revision, act: 'called off', at: now })
    await unsay(tx, edition.id, ['scheduled', 'under embargo'])
    await notify(tx, { to: [edition.filedBy], edition: edition.id, kind: 'called off', by, words: '', at: now })
    await actOn(tx, by, edition, { act: 'callOffRelease', at: now, details: { revision: edition.shown } })
  })
}

/** Where the latest revision stands once it is scheduled no longer. */
async function stateWithout(tx: Transaction, edition: HeldEdition, shown: number | null | undefined): Promise<EditionState> {
  if (shown === edition.revision) return 'released'
  if (await isWithdrawnText(tx, edition.id)) return 'withdrawn'
  return edition.cleared === edition.revision ? 'cleared' : 'draft'
}

/** Whether readers were told that it is gone, and nobody has written another text since. */
async function isWithdrawnText(tx: Transaction, edition: string): Promise<boolean> {
  const gone = await tx
    .selectFrom('live.withdrawal as gone')
    .innerJoin('newsroom.step as step', (join) => join.onRef('step.edition_id', '=', 'gone.edition_id').on('step.act', '=', 'withdrawn'))
    .select('step.id')
    .where('gone.edition_id', '=', edition)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('newsroom.revision as later')
            .select('later.number')
            .whereRef('later.edition_id', '=', 'gone.edition_id')
            .whereRef('later.number', '>', 'step.revision')
            .where('later.saver_id', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst()
  return gone !== undefined
}
