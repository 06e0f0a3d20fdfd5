import { sql } from 'kysely'
import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, namesInput, slugInput, translatedInput } from '../register-input.ts'

export const topicInput = z.object({
  slug: slugInput,
  name: translatedInput,
  within: z.uuid().nullable().default(null),
  alternativeNames: namesInput,
})

/** Adds a topic, perhaps within another. Returns its id. */
export async function fileTopic(newsroom: Newsroom, input: z.input<typeof topicInput>): Promise<string> {
  const entry = parseEntry(topicInput, 'topic', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.topic')
      .values({
        id,
        slug: entry.slug,
        name: sql`${JSON.stringify(entry.name)}::jsonb`,
        within: entry.within,
        alternative_names: entry.alternativeNames,
      })
      .execute()
    tx.touch([registersTag])
  })
  return id
}
