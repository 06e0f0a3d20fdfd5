import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import { lockMember } from '../members/member-store.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseInput } from '../refused-input.ts'
import { authorize } from '../stories/story-policy.ts'
import { nameInput } from '../text-input.ts'
import { listPolicy } from './list-policy.ts'
import { requireQuery } from './view-query.ts'

export const viewInput = z.strictObject({
  name: nameInput(60),
  /** As the list's address says what is asked. */
  query: z.string().max(4000),
  isShared: z.boolean().default(false),
})

const viewsAtMost = 50

/** Keeps what narrows a list under a name, for oneself or for all; one's own view of that name is written over. Returns its id. */
export async function saveView(newsroom: Newsroom, by: Member, input: z.input<typeof viewInput>): Promise<string> {
  const { name, isShared, query: asked } = parseInput(viewInput, input, { code: 'bad-view', lead: 'The view cannot be saved' })
  const query = requireQuery(asked)
  authorize(listPolicy.saveView(by, { isShared }), 'share a view with all')
  return newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    // Of two views of one new name that come at once the later writes over the other.
    await lockMember(tx, by.id)
    await tx
      .deleteFrom('newsroom.saved_view')
      .where('member_id', '=', by.id)
      .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [eb.val(name)])))
      .execute()
    const { others } = await tx
      .selectFrom('newsroom.saved_view')
      .select((eb) => eb.fn.countAll<number>().as('others'))
      .where('member_id', '=', by.id)
      .executeTakeFirstOrThrow()
    if (others >= viewsAtMost) throw new Failure('conflict', 'too-many-views', `You have ${viewsAtMost} views: remove one first.`)
    const id = uuid7(at)
    await tx
      .insertInto('newsroom.saved_view')
      .values({ id, member_id: by.id, name, query, is_shared: isShared, saved_by: by.name, saved_at: at })
      .execute()
    await recordAct(tx, by, { act: 'saveView', kind: 'view', id, name, at, details: { query, isShared } })
    return id
  })
}

/** Removes a view: one's own, or one that is shared with all. */
export async function removeView(newsroom: Newsroom, by: Member, input: { view: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const view = await tx
      .selectFrom('newsroom.saved_view')
      .select(['id', 'name', 'member_id as member', 'is_shared as isShared'])
      .where('id', '=', input.view)
      .forUpdate()
      .executeTakeFirst()
    if (!view) throw new Failure('missing', 'no-such-view', 'There is no such view; it may have been removed.')
    authorize(listPolicy.removeView(by, view), 'remove this view')
    await tx.deleteFrom('newsroom.saved_view').where('id', '=', view.id).execute()
    await recordAct(tx, by, { act: 'removeView', kind: 'view', id: view.id, name: view.name, at: newsroom.clock.now() })
  })
}
