import type { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { insertEntry } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { organisationInput, organisationRegister } from './organisation-register.ts'

/** Adds an organisation: a funder, a partner, an employer. Returns its id. */
export async function fileOrganisation(newsroom: Newsroom, input: z.input<typeof organisationInput>): Promise<string> {
  const entry = parseEntry(organisationInput, 'organisation', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await insertEntry(tx, organisationRegister, id, entry)
    tx.touch([registersTag])
  })
  return id
}
