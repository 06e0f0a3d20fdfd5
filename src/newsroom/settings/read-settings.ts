import { Failure } from '#lib/failure.ts'
import type { Reader } from '#platform/database/database.ts'

import { drawingSchema } from '../drawings/drawing.ts'

import type { HeldSettings } from './settings.ts'
import { noFooter } from './settings.ts'
import { storedFooter, storedNavigation } from './settings-input.ts'

/** The newsroom's settings; a newsroom that was never founded has none. */
export async function readSettings(db: Reader): Promise<HeldSettings> {
  const row = await db
    .selectFrom('live.settings')
    .select(['name', 'tagline', 'languages', 'time_zone', 'accent', 'is_demo', 'navigation', 'footer', 'logo', 'version'])
    .executeTakeFirst()
  if (!row)
    throw new Failure('missing', 'not-founded', 'This archive has no newsroom yet. Run `npm run -s dateline -- start` to found one.')
  return {
    name: row.name,
    tagline: row.tagline,
    languages: row.languages,
    timeZone: row.time_zone,
    accent: row.accent,
    isDemo: row.is_demo,
    navigation: storedNavigation.safeParse(row.navigation).data ?? null,
    footer: storedFooter.safeParse(row.footer).data ?? noFooter,
    logo: drawingSchema.safeParse(row.logo).data ?? null,
    version: row.version,
  }
}
