import { sql } from 'kysely'
import { z } from 'zod'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput, translatedInput } from '../register-input.ts'

export const cityInput = z.object({
  slug: slugInput,
  country: z.string().length(2),
  name: translatedInput,
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
})

/** Adds a city within its country. Returns its code, `city/{country}/{slug}`. */
export async function fileCity(newsroom: Newsroom, input: z.input<typeof cityInput>): Promise<string> {
  const city = parseEntry(cityInput, 'city', input)
  const code = `city/${city.country}/${city.slug}`
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.place')
      .values({
        code,
        kind: 'city',
        within: city.country,
        name: sql`${JSON.stringify(city.name)}::jsonb`,
        alternative_names: [],
        latitude: city.latitude,
        longitude: city.longitude,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
    tx.touch([registersTag])
  })
  return code
}
