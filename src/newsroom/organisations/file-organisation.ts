import { sql } from 'kysely'
import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput, translatedInput } from '../register-input.ts'

export const organisationInput = z.object({
  slug: slugInput,
  name: translatedInput,
  acronym: z.string().max(40).nullable().default(null),
  kind: z.enum(['funder', 'government', 'igo', 'ngo', 'academia', 'private']),
  country: z.string().length(2).nullable().default(null),
  site: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})

/** Adds an organisation: a funder, a partner, an employer. Returns its id. */
export async function fileOrganisation(newsroom: Newsroom, input: z.input<typeof organisationInput>): Promise<string> {
  const entry = parseEntry(organisationInput, 'organisation', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.organisation')
      .values({
        id,
        slug: entry.slug,
        name: sql`${JSON.stringify(entry.name)}::jsonb`,
        acronym: entry.acronym,
        kind: entry.kind,
        country: entry.country,
        site: entry.site,
      })
      .execute()
    tx.touch([registersTag])
  })
  return id
}
