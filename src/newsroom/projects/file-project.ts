import type { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { insertEntry } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { projectInput, projectRegister } from './project-register.ts'

/** Adds a project with its funders, partners, places and topics. Returns its id. */
export async function fileProject(newsroom: Newsroom, input: z.input<typeof projectInput>): Promise<string> {
  const entry = parseEntry(projectInput, 'project', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await insertEntry(tx, projectRegister, id, entry)
    tx.touch([registersTag])
  })
  return id
}
