import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'

import { recordAct } from '../audit/record-act.ts'
import { insertEntry, updateEntry } from '../entries/entry-store.ts'
import type { RegisterName } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { authorize } from '../stories/story-policy.ts'
import type { ImportPlan } from './plan-import.ts'
import { planImport } from './plan-import.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'

/** Brings a table into a register: exactly what was shown and agreed to, by the hash of the plan. Returns what was done. */
export async function importEntries(
  newsroom: Newsroom,
  by: Member,
  input: { register: RegisterName; csv: string; agreed: string },
): Promise<ImportPlan> {
  const register = registers[input.register]
  authorize(registerPolicy.importEntries(by, register.name), `bring a table of ${register.name} in`)
  const at = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    // Whoever changes an entry meanwhile waits; whoever did before is seen.
    await lockRegister(tx, register.name)
    await sql`lock table ${sql.table(register.table)} in share row exclusive mode`.execute(tx)
    const plan = await planImport(tx, register.name, input.csv, at)
    if (plan.hash !== input.agreed)
      throw new Failure(
        'conflict',
        'plan-changed',
        'The register, or the table, has changed since you looked. Look at what it would do once more.',
      )
    for (const { id, entry } of plan.added) await insertEntry(tx, register, id || uuid7(at), entry)
    for (const { id, version, entry } of plan.changed) await updateEntry(tx, register, { id, madeFrom: version, entry })
    const done = plan.added.length + plan.changed.length
    if (done === 0) return plan
    const details = {
      added: plan.added.map(({ entry }) => entry.slug),
      changed: plan.changed.map(({ entry, fields }) => [entry.slug, fields]),
    }
    await recordAct(tx, by, { act: 'importEntries', kind: register.kind, id: register.name, name: register.name, at, details })
    tx.touch([registersTag])
    return plan
  })
}
