import type { Member } from '../members/member.ts'
import { findEditorsFor } from '../members/find-editors-for.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { saidWords } from '../said-words.ts'
import { actOn } from '../stories/act-on.ts'
import { lockEdition, setState } from '../stories/edition-store.ts'
import { recordStep } from '../stories/step-store.ts'
import { requireLatestRevision } from '../stories/require-latest-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { requireState } from './review-rules.ts'

/** `latest` is the last revision that whoever asks has seen: where another was saved meanwhile, nothing is done. */
type Sending = { edition: string; latest?: number; words?: string }

/** Hands the latest revision over to the editors who may clear it; they are told. */
export async function sendForReview(newsroom: Newsroom, by: Member, input: Sending): Promise<void> {
  const said = saidWords(input.words)
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.sendForReview(by, edition), 'send this story for review')
    requireLatestRevision(edition, input.latest)
    requireState('send', edition.state)
    await setState(tx, edition.id, 'in review', { sent_revision: edition.revision, cleared_revision: null, seconded_revision: null })
    await recordStep(tx, by, { edition: edition.id, revision: edition.revision, act: 'sent', at: now, reason: said || null })
    await actOn(tx, by, edition, { act: 'sendForReview', at: now, details: { revision: edition.revision } })
    const editors = await findEditorsFor(tx, edition)
    const words = said || edition.headline
    await notify(tx, { to: editors, edition: edition.id, kind: 'waits for review', by, words, at: now })
  })
}

/** Takes a text back from review, to go on writing. */
export async function takeBack(newsroom: Newsroom, by: Member, input: { edition: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.takeBack(by, edition), 'take this story back')
    requireState('take back', edition.state)
    await setState(tx, edition.id, 'draft', { sent_revision: null, cleared_revision: null, seconded_revision: null })
    await recordStep(tx, by, { edition: edition.id, revision: edition.revision, act: 'taken back', at })
    await actOn(tx, by, edition, { act: 'takeBack', at, details: { revision: edition.revision } })
  })
}
