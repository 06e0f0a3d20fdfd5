import type { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { insertEntry } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { personInput, personRegister } from './person-register.ts'

/** Adds a person whom stories are about. Returns its id. */
export async function filePerson(newsroom: Newsroom, input: z.input<typeof personInput>): Promise<string> {
  const entry = parseEntry(personInput, 'person', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await insertEntry(tx, personRegister, id, entry)
    tx.touch([registersTag])
  })
  return id
}
