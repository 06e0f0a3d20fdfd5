import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'

import { recordAct } from '../audit/record-act.ts'
import { requireEntry } from '../entries/entry-store.ts'
import type { RegisterName } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput } from '../register-input.ts'
import { authorize } from '../stories/story-policy.ts'
import { requireUnmerged } from './change-entry.ts'
import { entryName } from './entry-name.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'
import { requireFreeSlug } from './settled-entry.ts'

/** Gives an entry a new address; the old one leads to it for ever. */
export async function moveEntry(newsroom: Newsroom, by: Member, move: { register: RegisterName; id: string; slug: string }): Promise<void> {
  const register = registers[move.register]
  authorize(registerPolicy.moveEntry(by, register.name), `change the address of a ${register.kind}`)
  if (register.key === 'code')
    throw new Failure('invalid', 'code-stays', 'A place keeps its code. Add it with the right one, and merge this one into it.')
  const slug = parseEntry(slugInput, register.kind, move.slug.trim())
  const at = newsroom.clock.now()
  await newsroom.db.transact(async (tx) => {
    await lockRegister(tx, register.name)
    const held = await requireEntry(tx, register, move.id)
    requireUnmerged(register, held)
    const before = held.entry.slug
    if (before === slug) return
    await requireFreeSlug(tx, register, slug, move.id)
    await tx.deleteFrom('newsroom.former_slug').where('register', '=', register.name).where('slug', '=', slug).execute()
    await tx.insertInto('newsroom.former_slug').values({ register: register.name, slug: before, entry_id: move.id, since: at }).execute()
    await sql`update ${sql.table(register.table)} set slug = ${slug}, version = version + 1 where id = ${move.id}`.execute(tx)
    const details = { from: before, to: slug }
    await recordAct(tx, by, { act: 'moveEntry', kind: register.kind, id: move.id, name: entryName(register, held.entry), at, details })
    tx.touch([registersTag])
  })
}
