import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { HeldEntry } from '../entries/entry-store.ts'
import { requireEntry } from '../entries/entry-store.ts'
import type { Register, RegisterName } from '../entries/field.ts'
import { textOf } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { lockMerges } from '../references/current-references.ts'
import { authorize } from '../stories/story-policy.ts'
import { entryName } from './entry-name.ts'
import { followInStories } from './follow-in-stories.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'
import { liesWithinItself } from './settled-entry.ts'

/**
 * Merges an entry into another of its register. Its stories follow, its addresses lead to the other, and nothing of it is lost: undoMerge
 * takes both apart again.
 */
export async function mergeEntries(
  newsroom: Newsroom,
  by: Member,
  merge: { register: RegisterName; entry: string; into: string },
): Promise<void> {
  const register = registers[merge.register]
  authorize(registerPolicy.mergeEntries(by, register.name), 'merge what the registers hold')
  const at = newsroom.clock.now()
  await newsroom.db.transact(async (tx) => {
    await lockMerges(tx)
    await lockRegister(tx, register.name)
    const [entry, into] = [await requireEntry(tx, register, merge.entry), await requireEntry(tx, register, merge.into)]
    await requireMergeable(tx, register, entry, into)
    const through = await standingFor(tx, register, entry.id)
    await setMergedInto(tx, register, entry.id, into.id)
    await followInStories(tx, register.name, { shownAs: entry.id, through, now: at })
    const details = { into: into.id, intoName: entryName(register, into.entry) }
    await recordAct(tx, by, { act: 'mergeEntries', kind: register.kind, id: entry.id, name: entryName(register, entry.entry), at, details })
    tx.touch([registersTag])
  })
}

/** Takes a merged entry out of the other again: both say what they said, and stories that were not saved since refer to it again. */
export async function undoMerge(
  newsroom: Newsroom,
  by: Member,
  { register: name, entry: id }: { register: RegisterName; entry: string },
): Promise<void> {
  const register = registers[name]
  authorize(registerPolicy.undoMerge(by, register.name), 'undo a merge')
  const at = newsroom.clock.now()
  await newsroom.db.transact(async (tx) => {
    await lockMerges(tx)
    await lockRegister(tx, register.name)
    const held = await requireEntry(tx, register, id)
    if (held.mergedInto === null || held.standsFor === null)
      throw new Failure('conflict', 'not-merged', `This ${register.kind} is not merged into another; there is nothing to undo.`)
    await setMergedInto(tx, register, id, null)
    await requireOutsideAgain(tx, register, id)
    const through = await standingFor(tx, register, id)
    await followInStories(tx, register.name, { shownAs: held.standsFor, through, now: at })
    await recordAct(tx, by, {
      act: 'undoMerge',
      kind: register.kind,
      id,
      name: entryName(register, held.entry),
      at,
      details: { from: held.mergedInto },
    })
    tx.touch([registersTag])
  })
}

async function requireMergeable(tx: Transaction, register: Register, entry: HeldEntry, into: HeldEntry): Promise<void> {
  if (entry.id === into.id) throw new Failure('invalid', 'same-entry', 'Choose another entry to merge this one into.')
  if (entry.mergedInto !== null || into.mergedInto !== null)
    throw new Failure('conflict', 'entry-merged', 'One of the two was merged already. Open the register again.')
  if (register.name === 'places' && entry.entry['kind'] !== into.entry['kind'])
    throw new Failure('invalid', 'other-kind', 'A city is merged into a city, a region into a region, a country into a country.')
  if (await liesWithinItself(tx, register, { id: entry.id, within: textOf(into.entry['within']) }))
    throw new Failure('invalid', 'within-itself', `It holds the other one. Merge the other into it, or let the other lie elsewhere first.`)
}

/** What stood for it may since have been put where it lay, or what lies within it. */
async function requireOutsideAgain(tx: Transaction, register: Register, id: string): Promise<void> {
  const { entry } = await requireEntry(tx, register, id)
  if (await liesWithinItself(tx, register, { id, within: textOf(entry['within']) }))
    throw new Failure(
      'conflict',
      'within-itself',
      `Taken out again, this ${register.kind} would lie within itself. Let what it lies within lie elsewhere first.`,
    )
}

/** An entry and all that were merged into it, at first or at second hand. */
async function standingFor(tx: Transaction, register: Register, id: string): Promise<string[]> {
  const key = sql.ref(register.key)
  const { rows } = await sql<{ id: string }>`select ${key}::text as id from ${sql.table(register.table)}
    where ${key}::text = ${id} or stands_for::text = ${id}`.execute(tx)
  return rows.map((row) => row.id)
}

/** Notes the merge, and where every chain of merges in the register ends now. */
async function setMergedInto(tx: Transaction, register: Register, id: string, into: string | null): Promise<void> {
  const [table, key] = [sql.table(register.table), sql.ref(register.key)]
  const type = register.key === 'id' ? sql`uuid` : sql`text`
  await sql`update ${table} set merged_into = ${into}::${type}, version = version + 1 where ${key} = ${id}`.execute(tx)
  await sql`
    with recursive chain as (
      select ${key} as id, merged_into as at from ${table} where merged_into is not null
      union all select chain.id, next.merged_into from chain join ${table} next on next.${key} = chain.at where next.merged_into is not null
    ), ended as (
      select chain.id, chain.at from chain join ${table} last on last.${key} = chain.at where last.merged_into is null
    )
    update ${table} entry set stands_for = (select at from ended where ended.id = entry.${key})
    where merged_into is not null or stands_for is not null`.execute(tx)
}
