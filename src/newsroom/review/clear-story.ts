import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { findEditorsFor } from '../members/find-editors-for.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { actOn } from '../stories/act-on.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { lockEdition, setState } from '../stories/edition-store.ts'
import { recordStep } from '../stories/step-store.ts'
import { requireLatestRevision } from '../stories/require-latest-revision.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { saidWords } from '../said-words.ts'
import { asksSecondPair } from '../settings/asks-second-pair.ts'
import { countUnsettled } from './count-unsettled.ts'
import { readAuthorship } from './read-authorship.ts'
import { isOwnText, requireState } from './review-rules.ts'

export type Clearing = {
  edition: string
  /** The revision that the editor has read; when another was saved meanwhile, nothing is cleared. */
  revision: number
  /** Why one pair of eyes must do this once; everyone sees it until a second person has looked. */
  aloneBecause?: string
  /** How many comments the editor was shown, answers and resolved ones too; when another came meanwhile, nothing is cleared. Absent: none was asked about. */
  commentsSeen?: number
}

/** Clears a revision for release. Where the section asks for a second pair of eyes, nobody clears their own text, but for a reason that stays visible. */
export async function clearStory(newsroom: Newsroom, by: Member, clearing: Clearing): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, clearing.edition)
    authorize(storyPolicy.clearStory(by, edition), 'clear this story')
    requireState('clear', edition.state)
    requireLatestRevision(edition, clearing.revision)
    if (clearing.commentsSeen !== undefined) await requireSeen(tx, edition.id, clearing.commentsSeen)
    const authorship = await readAuthorship(tx, edition)
    const needsSecond = await asksSecondPair(tx, edition)
    const isOwn = isOwnText(by, authorship)
    const isAlone = needsSecond && isOwn
    const reason = saidWords(clearing.aloneBecause, 'aloneBecause') || null
    if (isAlone && reason === null)
      throw new Failure(
        'refused',
        'own-text',
        'This is your own text: a second person clears it. Or give a reason, which stays visible to all.',
        { values: { field: 'aloneBecause' } },
      )
    await setState(tx, edition.id, 'cleared', {
      // A draft that nobody sent was read as it stands: whoever saves from here on is measured against this.
      ...(edition.state === 'draft' && { sent_revision: edition.revision }),
      cleared_revision: edition.revision,
      seconded_revision: isOwn ? null : edition.revision,
    })
    const act = isAlone ? 'cleared alone' : 'cleared'
    await recordStep(tx, by, { edition: edition.id, revision: edition.revision, act, at: now, reason: isAlone ? reason : null })
    const details = { revision: edition.revision, ...(isAlone && { aloneBecause: reason }) }
    await actOn(tx, by, edition, { act: 'clearStory', at: now, details })
    await notify(tx, { to: authorship.authors, edition: edition.id, kind: 'cleared', by, words: edition.headline, at: now })
    if (isAlone) {
      const editors = await findEditorsFor(tx, edition)
      await notify(tx, { to: editors, edition: edition.id, kind: 'waits for review', by, words: `${edition.headline}: ${reason}`, at: now })
    }
  })
}

async function requireSeen(tx: Transaction, edition: string, seen: number): Promise<void> {
  if ((await countUnsettled(tx, edition)).said <= seen) return
  throw new Failure(
    'conflict',
    'comments-since',
    'Not cleared: a comment came since you opened this text. Open it again, read the comment, then clear.',
  )
}

/** A second person has looked at what one cleared alone; of the two, at least one wrote none of it. */
export async function lookAtClearing(newsroom: Newsroom, by: Member, input: { step: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const step = await tx
      .selectFrom('newsroom.step')
      .select(['edition_id', 'member_id', 'revision'])
      .where('id', '=', input.step)
      .where('act', '=', 'cleared alone')
      .executeTakeFirst()
    if (!step) throw new Failure('missing', 'no-such-step', 'There is nothing here that one person cleared alone.')
    const edition = await lockEdition(tx, step.edition_id)
    authorize(storyPolicy.lookAtClearing(by, edition), 'look at this for a second time')
    if (step.member_id === by.id) throw new Failure('refused', 'own-text', 'You cleared this yourself: a second person has to look.')
    const authorship = await readAuthorship(tx, edition, step.revision)
    const isOwn = isOwnText(by, authorship)
    if (isOwn && step.member_id !== null && isOwnText({ id: step.member_id }, authorship))
      throw new Failure('refused', 'own-text', 'You wrote this text together: someone who did not has to look.')
    await tx
      .updateTable('newsroom.step')
      .set({ looked_by: by.id, looked_at: newsroom.clock.now() })
      .where('id', '=', input.step)
      .where('looked_at', 'is', null)
      .execute()
    await markSeconded(tx, edition, step.revision)
    await actOn(tx, by, edition, { act: 'lookAtClearing', at: newsroom.clock.now(), details: { revision: step.revision } })
  })
}

/** What readers see is counted as seconded from here on, and so is what was cleared and waits; each by itself, for they may be two revisions. */
async function markSeconded(tx: Transaction, edition: HeldEdition, revision: number): Promise<void> {
  const [isCleared, isShown] = [edition.cleared === revision, edition.shown === revision]
  if (!isCleared && !isShown) return
  await tx
    .updateTable('newsroom.edition')
    .set({ ...(isCleared && { seconded_revision: revision }), ...(isShown && { counted_from: revision }) })
    .where('id', '=', edition.id)
    .execute()
}
