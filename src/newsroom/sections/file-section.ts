import type { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { insertEntry } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { sectionInput, sectionRegister } from './section-register.ts'

/** Adds a section: a label above headlines. Returns its id. */
export async function fileSection(newsroom: Newsroom, input: z.input<typeof sectionInput>): Promise<string> {
  const entry = parseEntry(sectionInput, 'section', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await insertEntry(tx, sectionRegister, id, entry)
    tx.touch([registersTag])
  })
  return id
}
