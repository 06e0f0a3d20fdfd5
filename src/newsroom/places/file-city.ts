import { z } from 'zod'

import { insertEntry, readEntries } from '../entries/entry-store.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry, slugInput, translatedInput } from '../register-input.ts'
import { placeInput, placeRegister } from './place-register.ts'

export const cityInput = z.object({
  slug: slugInput,
  country: z.string().length(2),
  name: translatedInput,
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
})

/** Adds a city within its country, unless it is there. Returns its code, `city/{country}/{slug}`. */
export async function fileCity(newsroom: Newsroom, input: z.input<typeof cityInput>): Promise<string> {
  const { slug, country, ...city } = parseEntry(cityInput, 'city', input)
  const code = `city/${country}/${slug}`
  const entry = parseEntry(placeInput, 'city', { ...city, slug: code, kind: 'city', within: country })
  await newsroom.db.transact(async (tx) => {
    const [known] = await readEntries(tx, placeRegister, [code])
    if (!known) await insertEntry(tx, placeRegister, code, entry)
    tx.touch([registersTag])
  })
  return code
}
