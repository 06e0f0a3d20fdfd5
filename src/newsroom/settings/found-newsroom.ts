import { sql } from 'kysely'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { isLanguageTag } from '#lib/is-language-tag.ts'
import { uuid7 } from '#lib/uuid7.ts'

import { defaultHouseStyle } from '../checks/default-house-style.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { placesForSeeding } from '../places/places-for-seeding.ts'
import { parseEntry, translatedInput } from '../register-input.ts'
import { styleSchema } from './house-rules.ts'

const languageTag = z.string().refine((tag) => isLanguageTag(tag), 'not a BCP 47 language tag')

export const foundingInput = z.object({
  name: translatedInput,
  tagline: translatedInput.default({}),
  languages: z.array(languageTag).min(1).max(50),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'not an IANA time zone'),
  accent: z.string().regex(/^oklch\([\d.% ]+\)$/),
  isDemo: z.boolean().default(false),
  administrator: z.email(),
  /** Absent: names as their countries ask for them, in the newsroom's languages. */
  houseStyle: styleSchema.optional(),
})

/** Founds the newsroom of an empty archive: its settings, the world's places and the first administrator. */
export async function foundNewsroom(newsroom: Newsroom, input: z.input<typeof foundingInput>): Promise<void> {
  const founding = parseEntry(foundingInput, 'newsroom', input)
  const now = newsroom.clock.now()
  await newsroom.db.transact(async (tx) => {
    const founded = await tx
      .insertInto('newsroom.settings')
      .values({
        name: sql`${JSON.stringify(founding.name)}::jsonb`,
        tagline: sql`${JSON.stringify(founding.tagline)}::jsonb`,
        languages: founding.languages,
        time_zone: founding.timeZone,
        accent: founding.accent,
        is_demo: founding.isDemo,
        house_style: sql`${JSON.stringify(founding.houseStyle ?? defaultHouseStyle(founding.languages))}::jsonb`,
      })
      .onConflict((conflict) => conflict.column('only_row').doNothing())
      .executeTakeFirst()
    if (founded.numInsertedOrUpdatedRows === 0n) throw new Failure('conflict', 'already-founded', 'This archive has a newsroom already.')
    await tx
      .insertInto('newsroom.member')
      .values({
        id: uuid7(now),
        email: founding.administrator,
        name: founding.administrator.split('@')[0] ?? '',
        role: 'administrator',
        created_at: now,
      })
      .execute()
    const places = placesForSeeding()
    await tx
      .insertInto('newsroom.place')
      .values(
        places.map((place) => ({
          code: place.code,
          kind: place.kind,
          within: place.within,
          name: sql`${JSON.stringify(place.name)}::jsonb`,
          alternative_names: place.alternativeNames,
          latitude: null,
          longitude: null,
        })),
      )
      .execute()
    tx.touch([registersTag])
  })
}
