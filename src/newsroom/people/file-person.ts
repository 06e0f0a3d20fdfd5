import { sql } from 'kysely'
import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput, translatedInput } from '../register-input.ts'

export const personInput = z.object({
  slug: slugInput,
  name: translatedInput,
  role: z.record(z.string(), z.string()).default({}),
  organisation: z.uuid().nullable().default(null),
})

/** Adds a person whom stories are about. Returns its id. */
export async function filePerson(newsroom: Newsroom, input: z.input<typeof personInput>): Promise<string> {
  const entry = parseEntry(personInput, 'person', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.person')
      .values({
        id,
        slug: entry.slug,
        name: sql`${JSON.stringify(entry.name)}::jsonb`,
        role: sql`${JSON.stringify(entry.role)}::jsonb`,
        organisation_id: entry.organisation,
      })
      .execute()
    tx.touch([registersTag])
  })
  return id
}
