import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { findMember } from '../members/list-members.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { parseInput } from '../refused-input.ts'
import { actOn } from '../stories/act-on.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { lockEdition } from '../stories/edition-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { nameInput } from '../text-input.ts'

export const assignmentInput = z.object({
  edition: z.uuid(),
  member: z.uuid(),
  task: nameInput(300),
  dueOn: z.iso.date().nullable().default(null),
})

/** Asks a member to do something with a story, by a day if there is one. Returns the assignment's id. */
export async function assignStory(newsroom: Newsroom, by: Member, input: z.input<typeof assignmentInput>): Promise<string> {
  const { edition: id, ...given } = parseInput(assignmentInput, input, { code: 'bad-assignment', lead: 'This cannot be asked' })
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, id)
    const { assignment, name } = await giveAssignment(tx, by, edition, { ...given, now })
    await notify(tx, { to: [given.member], edition: edition.id, kind: 'assigned', by, words: given.task, at: now })
    const details = { assignment, member: name, task: given.task, dueOn: given.dueOn }
    await actOn(tx, by, edition, { act: 'assignStory', at: now, details })
    return assignment
  })
}

type Given = { member: string; task: string; dueOn: string | null; now: Date }

/** Writes down what is asked of whom, if both may; returns its id and the member's name. Telling them is left to whoever asks. */
export async function giveAssignment(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  { member, task, dueOn, now }: Given,
): Promise<{ assignment: string; name: string }> {
  authorize(storyPolicy.assignStory(by, edition), 'assign this story')
  const assignee = await findMember(tx, member)
  if (assignee?.state !== 'active')
    throw new Failure('missing', 'no-such-member', 'This member is no longer here; choose another.', { values: { field: 'member' } })
  if (!storyPolicy.finishAssignment(assignee, edition))
    throw new Failure(
      'conflict',
      'not-given',
      `This story is not given to ${assignee.name}. Choose another member, or have its project given to them.`,
      { values: { field: 'member' } },
    )
  const assignment = uuid7(now)
  await tx
    .insertInto('newsroom.assignment')
    .values({ id: assignment, edition_id: edition.id, member_id: member, task, due_on: dueOn, given_by: by.name, given_at: now })
    .execute()
  return { assignment, name: assignee.name }
}

/** Says that what was asked is done; what is done already is not done again. */
export async function finishAssignment(newsroom: Newsroom, by: Member, input: { edition: string; assignment: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.finishAssignment(by, edition), 'finish this')
    const asked = await tx
      .selectFrom('newsroom.assignment')
      .select(['id', 'done_at as doneAt'])
      .where('id', '=', input.assignment)
      .where('edition_id', '=', edition.id)
      .executeTakeFirst()
    if (!asked) throw new Failure('missing', 'no-such-task', 'Nothing like this was asked for this story. Open the story again.')
    if (asked.doneAt !== null) return
    const now = newsroom.clock.now()
    await tx.updateTable('newsroom.assignment').set({ done_at: now }).where('id', '=', asked.id).execute()
    await actOn(tx, by, edition, { act: 'finishAssignment', at: now, details: { assignment: asked.id } })
  })
}
