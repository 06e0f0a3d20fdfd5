import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { readRevision } from '../stories/edition-store.ts'
import { graftStructure } from '../stories/passages/graft-structure.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import type { SeenRevisions } from './hold-both.ts'
import { holdSeen } from './hold-both.ts'
import { saveContent } from './write-passages.ts'

/** Gives a translation the structure that its source has now; what is missing waits in the source's words. Returns the revision. */
export async function takeStructure(newsroom: Newsroom, by: Member, input: SeenRevisions): Promise<number> {
  return newsroom.db.transact(async (tx) => {
    const { edition, translation } = await holdSeen(tx, by, input, (held) =>
      authorize(storyPolicy.takeStructure(by, held), 'change this translation'),
    )
    const now = newsroom.clock.now()
    const source = await readRevision(tx, translation.source, translation.sourceRevision)
    const before = await readRevision(tx, edition.id, edition.revision)
    const revision = await saveContent(tx, by, edition, { before, content: graftStructure(source, before, translation.passages), now })
    const details = { revision, sourceRevision: translation.sourceRevision }
    await recordAct(tx, by, { act: 'takeStructure', kind: 'edition', id: edition.id, name: edition.headline, at: now, details })
    return revision
  })
}
