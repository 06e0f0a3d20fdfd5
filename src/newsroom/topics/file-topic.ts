import type { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { insertEntry } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { topicInput, topicRegister } from './topic-register.ts'

/** Adds a topic, perhaps within another. Returns its id. */
export async function fileTopic(newsroom: Newsroom, input: z.input<typeof topicInput>): Promise<string> {
  const entry = parseEntry(topicInput, 'topic', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await insertEntry(tx, topicRegister, id, entry)
    tx.touch([registersTag])
  })
  return id
}
