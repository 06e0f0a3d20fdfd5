import type { Insertable } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Tables } from '#platform/database/tables.ts'

import { recordAct } from '../audit/record-act.ts'
import type { PathState } from '../checks/check-links.ts'
import { readPathStates } from '../checks/read-path-states.ts'
import { addressTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { readSettings } from '../settings/read-settings.ts'
import { authorizeForSettings, settingsPolicy } from '../settings/settings-policy.ts'
import { bareOf, bothSpellings, isFixed, isOwnFile, isSpelledAsOurs, requirePath, requireTarget } from './old-address.ts'
import { visibleAt } from '../visible-at.ts'

const atPath = { values: { field: 'path' } }
const atTo = { values: { field: 'to' } }

/**
 * Says where an old address, of whatever host, leads: to a story, wherever that moves, or to a page of ours, which `origin` may stand before. It
 * never stands before a page that lives, and leads to no other one, so that no two lead in a circle.
 */
export async function addOldAddress(newsroom: Newsroom, by: Member, input: { path: string; to: string; origin?: string }): Promise<void> {
  authorizeForSettings(settingsPolicy.addOldAddress(by), 'add old addresses')
  const path = requirePath(input.path, { field: 'path', what: 'The old address' })
  const to = requireTarget(input.to, input.origin)
  if (path === to) throw new Failure('invalid', 'leads-to-itself', 'An address cannot lead to itself. Say where else it leads.', atTo)
  await newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    await refuseTaken(tx, path, now)
    const story = await findStoryAt(tx, to, now)
    if (!story) await refuseOld(tx, to)
    if (!story && !(await lives(tx, to, now)))
      throw new Failure('invalid', 'leads-nowhere', `Nothing is at ${to.slice(0, 200)}. Say where a page of this site is.`, atTo)
    await keep(tx, { path, edition_id: story?.edition ?? null, target: story ? null : to, added_by: by.name, added_at: now })
    await tx.deleteFrom('newsroom.missed_address').where('path', '=', path).execute()
    await recordAct(tx, by, { act: 'addOldAddress', kind: 'address', id: path, name: path, at: now, details: { to } })
    tx.touch([addressTag(path)])
  })
}

/** Takes an address back that was added by hand; it answers as it did before. */
export async function removeOldAddress(newsroom: Newsroom, by: Member, input: { path: string }): Promise<void> {
  authorizeForSettings(settingsPolicy.removeOldAddress(by), 'remove old addresses')
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const removed = await tx
      .deleteFrom('newsroom.old_address')
      .where('path', '=', input.path)
      .returning(['edition_id', 'target'])
      .executeTakeFirst()
    if (!removed) throw new Failure('missing', 'no-such-address', 'This address was not added by hand, or is gone already.')
    if (removed.edition_id !== null)
      await tx.deleteFrom('live.address').where('path', '=', input.path).where('edition_id', '=', removed.edition_id).execute()
    const details = { to: removed.target ?? removed.edition_id }
    await recordAct(tx, by, { act: 'removeOldAddress', kind: 'address', id: input.path, name: input.path, at, details })
    tx.touch([addressTag(input.path)])
  })
}

async function refuseTaken(tx: Transaction, path: string, now: Date): Promise<void> {
  const known = await tx.selectFrom('newsroom.old_address').select('path').where('path', '=', path).executeTakeFirst()
  if (known) throw addressKnown()
  const ofStory = await tx.selectFrom('live.address').select('path').where('path', '=', path).executeTakeFirst()
  if (ofStory) throw addressOfStory()
  // Nor may it stand before what a draft will have.
  if (isFixed(path) || (isSpelledAsOurs(path) && (await stateAt(tx, path, now)) !== 'unknown'))
    throw new Failure('conflict', 'address-lives', 'A page of this site lives at this address. Choose another.', atPath)
}

async function refuseOld(tx: Transaction, to: string): Promise<void> {
  const old = await tx.selectFrom('newsroom.old_address').select('path').where('path', 'in', bothSpellings(to)).executeTakeFirst()
  if (old)
    throw new Failure(
      'invalid',
      'leads-on',
      `${to.slice(0, 200)} is an old address itself. Say where it leads in the end, or remove it first.`,
      atTo,
    )
}

/** Two who say the same at once are told what one after the other would be. */
async function keep(tx: Transaction, address: Insertable<Tables['newsroom.old_address']>): Promise<void> {
  const added = await tx
    .insertInto('newsroom.old_address')
    .values(address)
    .onConflict((conflict) => conflict.doNothing())
    .returning('path')
    .executeTakeFirst()
  if (!added) throw addressKnown()
  if (!address.edition_id) return
  const claimed = await tx
    .insertInto('live.address')
    .values({ path: address.path, edition_id: address.edition_id, since: address.added_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('path')
    .executeTakeFirst()
  if (!claimed) throw addressOfStory()
}

const addressKnown = () =>
  new Failure('conflict', 'address-known', 'This address was added already. Remove it first to have it lead elsewhere.', atPath)
const addressOfStory = () =>
  new Failure('conflict', 'address-taken', 'This address is a story’s: it answers with the story, or says why not.', atPath)

async function findStoryAt(tx: Transaction, path: string, now: Date): Promise<{ edition: string } | undefined> {
  return tx
    .selectFrom('live.address as address')
    .innerJoin('live.edition as edition', 'edition.edition_id', 'address.edition_id')
    .select('address.edition_id as edition')
    .where('address.path', 'in', bothSpellings(path))
    .where(visibleAt(now, 'edition'))
    .executeTakeFirst()
}

/** A query that no page of ours has could be an old address one day. */
const lives = async (tx: Transaction, path: string, now: Date): Promise<boolean> =>
  isSpelledAsOurs(path) && (isOwnFile(path) || (await stateAt(tx, path, now)) === 'public')

async function stateAt(tx: Transaction, path: string, moment: Date): Promise<PathState> {
  const { languages } = await readSettings(tx)
  const bare = bareOf(path)
  return (await readPathStates(tx, [bare], { moment, languages, ownPath: '' }))(bare)
}
