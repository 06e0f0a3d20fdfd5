import { differing } from '#lib/differing.ts'
import { Failure } from '#lib/failure.ts'

import { recordAct } from '../audit/record-act.ts'
import type { HeldEntry } from '../entries/entry-store.ts'
import { requireEntry, updateEntry } from '../entries/entry-store.ts'
import type { Register, RegisterName } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { requireLatest } from '../require-latest.ts'
import { authorize } from '../stories/story-policy.ts'
import { entryName } from './entry-name.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'
import { settledEntry } from './settled-entry.ts'

export type Change = {
  register: RegisterName
  id: string
  /** The version that the change was made from; anything but the latest is refused. */
  madeFrom: number
  /** All that the entry says from now on, but for its slug, which is moved by itself. */
  entry: unknown
}

/** Changes what an entry says. What says the same already is not changed. */
export async function changeEntry(newsroom: Newsroom, by: Member, change: Change): Promise<void> {
  const register = registers[change.register]
  authorize(registerPolicy.changeEntry(by, register.name), `change a ${register.kind}`)
  const at = newsroom.clock.now()
  await newsroom.db.transact(async (tx) => {
    await lockRegister(tx, register.name)
    const held = await requireEntry(tx, register, change.id)
    requireUnmerged(register, held)
    const said = { ...(typeof change.entry === 'object' ? change.entry : {}), slug: held.entry.slug }
    const entry = await settledEntry(tx, register, said, change.id)
    requireLatest(held, change.madeFrom)
    const changed = changedFacts(register, held.entry, entry)
    if (changed.length === 0) return
    await updateEntry(tx, register, { ...change, entry })
    const details = { changed }
    await recordAct(tx, by, { act: 'changeEntry', kind: register.kind, id: change.id, name: entryName(register, entry), at, details })
    tx.touch([registersTag])
  })
}

export function requireUnmerged(register: Register, { mergedInto }: HeldEntry): void {
  if (mergedInto !== null)
    throw new Failure('conflict', 'entry-merged', `This ${register.kind} was merged into another. Change that one, or undo the merge.`)
}

type Facts = Readonly<Record<string, unknown>>

/** The fields in which two entries differ. */
export function changedFacts(register: Register, before: Facts, after: Facts): string[] {
  return differing(
    register.fields.map(({ name }) => name),
    before,
    after,
  )
}
