import { sql } from 'kysely'
import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput, translatedInput } from '../register-input.ts'

export const sectionInput = z.object({
  slug: slugInput,
  name: translatedInput,
  position: z.int().default(0),
})

/** Adds a section: a label above headlines. Returns its id. */
export async function fileSection(newsroom: Newsroom, input: z.input<typeof sectionInput>): Promise<string> {
  const entry = parseEntry(sectionInput, 'section', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.section')
      .values({ id, slug: entry.slug, name: sql`${JSON.stringify(entry.name)}::jsonb`, position: entry.position })
      .execute()
    tx.touch([registersTag])
  })
  return id
}
