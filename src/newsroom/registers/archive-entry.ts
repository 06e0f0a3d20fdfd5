import { sql } from 'kysely'

import { recordAct } from '../audit/record-act.ts'
import { requireEntry } from '../entries/entry-store.ts'
import type { RegisterName } from '../entries/field.ts'
import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { authorize } from '../stories/story-policy.ts'
import { requireUnmerged } from './change-entry.ts'
import { entryName } from './entry-name.ts'
import { registerPolicy } from './register-policy.ts'
import { registers } from './registers.ts'

type Which = { register: RegisterName; id: string }

/** Archives an entry: it is not chosen for new stories any more, and its pages stay and say so. */
export async function archiveEntry(newsroom: Newsroom, by: Member, which: Which): Promise<void> {
  authorize(registerPolicy.archiveEntry(by, which.register), 'archive what the registers hold')
  await setArchived(newsroom, by, which, newsroom.clock.now())
}

/** Takes an entry out of the archive. */
export async function bringBackEntry(newsroom: Newsroom, by: Member, which: Which): Promise<void> {
  authorize(registerPolicy.bringBackEntry(by, which.register), 'bring archived entries back')
  await setArchived(newsroom, by, which, null)
}

async function setArchived(newsroom: Newsroom, by: Member, { register: name, id }: Which, archivedAt: Date | null): Promise<void> {
  const register = registers[name]
  await newsroom.db.transact(async (tx) => {
    await lockRegister(tx, register.name)
    const held = await requireEntry(tx, register, id)
    requireUnmerged(register, held)
    if ((held.archivedAt === null) === (archivedAt === null)) return
    await sql`update ${sql.table(register.table)} set archived_at = ${archivedAt}::timestamptz, version = version + 1
      where ${sql.ref(register.key)} = ${id}`.execute(tx)
    const act = archivedAt ? 'archiveEntry' : 'bringBackEntry'
    await recordAct(tx, by, { act, kind: register.kind, id, name: entryName(register, held.entry), at: newsroom.clock.now() })
    tx.touch([registersTag])
  })
}
