import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { isBehind } from '../stories/passages/followed.ts'
import { markDone } from '../stories/passages/settle-passages.ts'
import { keepTranslation } from '../stories/passages/translation-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import type { SeenRevisions } from './hold-both.ts'
import { holdSeen } from './hold-both.ts'

/** Stands by passages as they are: these, or all that have words of their own and are behind or a machine's. */
export async function markPassages(newsroom: Newsroom, by: Member, input: SeenRevisions & { passages: number[] | 'all' }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const { edition, translation } = await holdSeen(tx, by, input, (held) =>
      authorize(storyPolicy.markPassages(by, held), 'mark passages of this translation'),
    )
    const { passages } = translation
    const isMeant = (passage: (typeof passages)[number]) =>
      passage.source !== null && passage.target !== null && (passage.state === 'machine' || isBehind(passage))
    const ids = new Set(input.passages === 'all' ? passages.filter(isMeant).map(({ id }) => id) : input.passages)
    await keepTranslation(tx, { ...translation, passages: markDone(passages, ids) })
    const at = newsroom.clock.now()
    const details = { revision: edition.revision, sourceRevision: translation.sourceRevision, passages: [...ids] }
    await recordAct(tx, by, { act: 'markPassages', kind: 'edition', id: edition.id, name: edition.headline, at, details })
  })
}
