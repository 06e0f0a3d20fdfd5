import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import type { RegisterName } from './field.ts'
import { registerNames } from './field.ts'

const registersKey = 1_868_786_030

/**
 * Held by whatever changes a register, before it reads anything of it: whether an address is free, or an entry lies within itself, is said of all
 * entries, and two who changed two of them at once would both be told that it is well. A merge holds `lockMerges` first.
 */
export async function lockRegister(tx: Transaction, register: RegisterName): Promise<void> {
  await sql`select pg_advisory_xact_lock(${registersKey}::int, ${registerNames.indexOf(register)}::int)`.execute(tx)
}
