import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { lockEdition } from '../stories/edition-store.ts'
import { spare } from '../stories/passages/settle-passages.ts'
import { holdTranslationsAround, keepTranslation } from '../stories/passages/translation-store.ts'
import { StaleRevision } from '../stories/stale-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'

/** Says that what changed in a text, up to the revision that was seen, does not concern its translations. */
export async function spareTranslations(newsroom: Newsroom, by: Member, input: { edition: string; revision: number }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.spareTranslations(by, edition), 'say that this change does not concern its translations')
    if (edition.revision !== input.revision) throw new StaleRevision(input.revision, edition.revision, ['body'])
    const made = (await holdTranslationsAround(tx, edition.id)).filter(({ source }) => source === edition.id)
    for (const translation of made) await keepTranslation(tx, { ...translation, passages: spare(translation.passages) })
    const at = newsroom.clock.now()
    const details = { revision: edition.revision, translations: made.map((translation) => translation.edition) }
    await recordAct(tx, by, { act: 'spareTranslations', kind: 'edition', id: edition.id, name: edition.headline, at, details })
  })
}
