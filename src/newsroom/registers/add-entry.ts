import { uuid7 } from '#lib/uuid7.ts'

import { recordAct } from '../audit/record-act.ts'
import { insertEntry } from '../entries/entry-store.ts'
import type { RegisterName } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { authorize } from '../stories/story-policy.ts'
import { entryName } from './entry-name.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'
import { requireFreeSlug, settledEntry } from './settled-entry.ts'

/** Adds an entry to a register; an empty slug is made of its name. Returns its id, a place's code. */
export async function addEntry(newsroom: Newsroom, by: Member, input: { register: RegisterName; entry: unknown }): Promise<string> {
  const register = registers[input.register]
  authorize(registerPolicy.addEntry(by, register.name), `add a ${register.kind}`)
  const at = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    await lockRegister(tx, register.name)
    const entry = await settledEntry(tx, register, input.entry)
    await requireFreeSlug(tx, register, entry.slug)
    const id = register.key === 'id' ? uuid7(at) : entry.slug
    await insertEntry(tx, register, id, entry)
    await recordAct(tx, by, { act: 'addEntry', kind: register.kind, id, name: entryName(register, entry), at })
    tx.touch([registersTag])
    return id
  })
}
