import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { saidWords } from '../said-words.ts'
import { actOn } from '../stories/act-on.ts'
import { lockEdition, setState } from '../stories/edition-store.ts'
import { recordStep } from '../stories/step-store.ts'
import { requireLatestRevision } from '../stories/require-latest-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { readAuthorship } from './read-authorship.ts'
import { requireState } from './review-rules.ts'

/** `latest` is the last revision that whoever asks has seen: where another was saved meanwhile, nothing is done. */
type SendingBack = { edition: string; latest?: number; reason: string }

/** Sends a text back to those who wrote it, with a reason that they are told. */
export async function sendBack(newsroom: Newsroom, by: Member, input: SendingBack): Promise<void> {
  const reason = saidWords(input.reason, 'reason')
  if (reason === '')
    throw new Failure('invalid', 'no-reason', 'Say what the author should change; a text is not sent back without a reason.', {
      values: { field: 'reason' },
    })
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.sendBack(by, edition), 'send this story back')
    requireLatestRevision(edition, input.latest)
    requireState('send back', edition.state)
    const { authors } = await readAuthorship(tx, edition)
    await setState(tx, edition.id, 'draft', { sent_revision: null, cleared_revision: null, seconded_revision: null })
    await recordStep(tx, by, { edition: edition.id, revision: edition.revision, act: 'sent back', at: now, reason })
    await actOn(tx, by, edition, { act: 'sendBack', at: now, details: { revision: edition.revision, reason } })
    await notify(tx, { to: authors, edition: edition.id, kind: 'sent back', by, words: reason, at: now })
  })
}
