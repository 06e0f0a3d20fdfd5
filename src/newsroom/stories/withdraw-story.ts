import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify, unsay } from '../notices/notify.ts'
import { saidWords } from '../said-words.ts'
import { readSettings } from '../settings/read-settings.ts'
import { actOn } from './act-on.ts'
import type { HeldEdition } from './edition-store.ts'
import { lockEdition } from './edition-store.ts'
import { readLiveRows, removeLive } from './live-store.ts'
import { callOff } from './release-store.ts'
import { recordStep } from './step-store.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Takes an edition from readers: its addresses answer 410 with the public reason, for ever or until it is released again. */
export async function withdrawStory(newsroom: Newsroom, by: Member, input: { edition: string; reason: string }): Promise<void> {
  const reason = saidWords(input.reason, 'reason')
  if (reason === '')
    throw new Failure('invalid', 'no-reason', 'A withdrawal needs a reason that readers may know.', { values: { field: 'reason' } })
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.withdrawStory(by, edition), 'withdraw this story')
    const { shown, next } = await readLiveRows(tx, edition.id, now)
    if (!shown)
      throw new Failure('conflict', 'not-live', 'Readers do not have this, so nothing can be withdrawn. What is scheduled is called off.')
    const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
    for (const row of [shown, next]) if (row) await removeLive(tx, row, { now, defaultLanguage })
    if (next) await callOff(tx, next.release_id, now)
    await tx
      .insertInto('newsroom.release')
      .values({
        id: uuid7(now),
        edition_id: edition.id,
        revision: null,
        kind: 'withdrawal',
        from_at: now,
        public_note: reason,
        released_by: by.name,
        recorded_at: now,
        called_off_at: null,
        releaser_id: by.id,
      })
      .execute()
    await tx
      .insertInto('live.withdrawal')
      .values({ edition_id: edition.id, headline: shown.headline, language: edition.language, reason, withdrawn_at: now })
      .onConflict((conflict) => conflict.column('edition_id').doUpdateSet({ headline: shown.headline, reason, withdrawn_at: now }))
      .execute()
    await markWithdrawn(tx, edition)
    await recordStep(tx, by, { edition: edition.id, revision: edition.revision, act: 'withdrawn', at: now, reason })
    await unsay(tx, edition.id, ['scheduled', 'under embargo', 'released', 'corrected'])
    await notify(tx, { to: [edition.filedBy], edition: edition.id, kind: 'withdrawn', by, words: reason, at: now })
    await actOn(tx, by, edition, { act: 'withdrawStory', at: now, details: { reason } })
  })
}

async function markWithdrawn(tx: Transaction, edition: HeldEdition): Promise<void> {
  await tx
    .updateTable('newsroom.edition')
    .set({ state: 'withdrawn', shown_revision: null, shown_from: null, shown_until: null, counted_from: null })
    .where('id', '=', edition.id)
    .execute()
}
