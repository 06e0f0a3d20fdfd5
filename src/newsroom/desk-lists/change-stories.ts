import { z } from 'zod'

import { hashOf } from '#lib/canonical-json.ts'
import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import { giveAssignment } from '../assignments/assign-story.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { parseInput } from '../refused-input.ts'
import { refuseArchived } from '../references/current-references.ts'
import { actOn } from '../stories/act-on.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { lockEdition, readRevision, setState } from '../stories/edition-store.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { authorize, mayMove, storyPolicy } from '../stories/story-policy.ts'
import type { ChangedItem, HeldChange } from './change-store.ts'
import { beginChange, isOfOthers, itemsOf, requireChange } from './change-store.ts'
import { eachStory } from './each-story.ts'
import { listPolicy } from './list-policy.ts'
import { isShownNow, refuseWhileWritten, saveFacts, whyNotShown } from './save-facts.ts'
import type { ChangeOutcome, FactChange, StoryChange } from './story-change.ts'
import { storiesAtMost, storyChange, withChange } from './story-change.ts'

export const changeInput = z.strictObject({
  /** Chosen by whoever asks: sent again, it goes on where it stopped and does nothing twice. */
  id: z.uuid(),
  editions: z.array(z.uuid()).min(1).max(storiesAtMost),
  change: storyChange,
})

/**
 * Makes one change to the facts of many stories, or asks someone about all of them. Each story is judged by itself: what may not be changed is
 * left, with the reason. What readers see changes at once where the member may release it and no draft waits on it; else a draft waits.
 */
export async function changeStories(newsroom: Newsroom, by: Member, input: z.input<typeof changeInput>): Promise<string> {
  const { id, editions, change: what } = parseInput(changeInput, input, { code: 'bad-change', lead: 'The stories cannot be changed' })
  authorize(listPolicy.changeStories(by), 'change stories')
  const change = await newsroom.db.transact(async (tx) => {
    await requireKnown(tx, what)
    await beginChange(tx, by, { id, what, editions: [...new Set(editions)], at: newsroom.clock.now() })
    const held = await requireChange(tx, id)
    if (held.member !== by.id || hashOf(held.what) !== hashOf(what) || (await isOfOthers(tx, by, { id, editions })))
      throw new Failure(
        'conflict',
        'change-id-reused',
        'This was sent before, for other stories or with something else in it, and nothing was done now. Look at what is chosen and send it anew.',
      )
    return held
  })
  await workOn(newsroom, by, change)
  return id
}

/** Goes on with a change that stopped before its end. */
async function workOn(newsroom: Newsroom, by: Member, change: HeldChange): Promise<void> {
  if (change.undoneAt) return
  const waiting = await itemsOf(newsroom.db.writer, change.id, ['waiting'])
  const { what } = change
  let isTold = false
  await eachStory(newsroom, change.id, waiting, async (tx, item) => {
    if (item.outcome !== 'waiting') return item
    const edition = await lockEdition(tx, item.edition)
    if (what.kind !== 'assign') return changeFacts(newsroom, tx, by, edition, { change: change.id, item, what })
    const asked = await askAbout(newsroom, tx, by, edition, { change: change.id, item, what, isTold, stories: waiting.length })
    isTold = true
    return asked
  })
}

async function changeFacts(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { change, item, what }: { change: string; item: ChangedItem; what: FactChange },
): Promise<ChangedItem> {
  const now = newsroom.clock.now()
  authorize(storyPolicy.saveRevision(by, edition), 'save this edition')
  const before = await readRevision(tx, edition.id, edition.revision)
  const after = parseRevisionContent(withChange(before, what))
  if (hashOf(before) === hashOf(after)) return { ...item, outcome: 'same' }
  authorize(mayMove(by, edition, after), 'move a story there')
  await refuseArchived(tx, after, before)
  await refuseWhileWritten(tx, edition.id, now)
  const isOut = edition.shown === edition.revision
  if (isOut && !isShownNow(edition, now))
    throw new Failure('conflict', 'has-ended', 'Readers no longer see this story: release it again first.')
  const reason = isOut ? await whyNotShown(newsroom, tx, by, edition, { before, after }) : undefined
  const isShown = isOut && reason === undefined
  const isToCome = isShown && edition.shownFrom !== null && edition.shownFrom > now
  const number = await saveFacts(newsroom, tx, by, edition, { content: after, isShown })
  // Readers go on seeing what they see: the changed facts wait for whoever may release them.
  if (isOut && !isShown) await setState(tx, edition.id, 'draft')
  const details = { ...what, change, revision: number, ...(isShown && { isShown }) }
  await actOn(tx, by, edition, { act: 'changeStories', at: now, details })
  return {
    ...item,
    outcome: outcomeOf(edition, { isShown, isToCome }),
    reason: isToCome ? 'scheduled' : (reason ?? null),
    revisionBefore: edition.revision,
    revisionAfter: number,
  }
}

/** What is only scheduled stays so: nobody has it before its moment. */
function outcomeOf(edition: HeldEdition, { isShown, isToCome }: { isShown: boolean; isToCome: boolean }): ChangeOutcome {
  if (isShown) return isToCome ? 'saved' : 'released'
  return edition.shown !== null ? 'draft' : 'saved'
}

type Asking = { change: string; item: ChangedItem; what: Extract<StoryChange, { kind: 'assign' }>; isTold: boolean; stories: number }

/** Whoever is asked about many stories is told once. */
async function askAbout(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { change, item, what, isTold, stories }: Asking,
): Promise<ChangedItem> {
  const now = newsroom.clock.now()
  const { assignment, name } = await giveAssignment(tx, by, edition, { ...what, now })
  const words = stories > 1 ? `${what.task} (${stories})` : what.task
  if (!isTold) await notify(tx, { to: [what.member], edition: edition.id, kind: 'assigned', by, words, at: now })
  const details = { kind: what.kind, change, assignment, member: name, task: what.task, dueOn: what.dueOn }
  await actOn(tx, by, edition, { act: 'changeStories', at: now, details })
  return { ...item, outcome: 'assigned', assignment }
}

/** No story is about what no register holds. */
async function requireKnown(db: Reader, what: StoryChange): Promise<void> {
  if (what.kind === 'assign' || (what.kind === 'section' && what.section === null)) return
  const found = await db.selectFrom(tableOf(what)).select('id').where('id', '=', idOf(what)).executeTakeFirst()
  if (!found) throw new Failure('missing', 'no-such-entry', 'There is no such entry in the registers.')
}

function tableOf({ kind }: FactChange): 'newsroom.section' | 'newsroom.project' | 'newsroom.topic' {
  if (kind === 'section') return 'newsroom.section'
  return kind === 'add project' || kind === 'remove project' ? 'newsroom.project' : 'newsroom.topic'
}

function idOf(what: FactChange): string {
  if (what.kind === 'section') return what.section ?? ''
  return 'project' in what ? what.project : what.topic
}
