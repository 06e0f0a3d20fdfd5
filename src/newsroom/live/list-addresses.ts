import type { LiveReader } from './live-reader.ts'
import { riverTag } from '../live-tags.ts'
import { visibleAt } from '../visible-at.ts'

/** Slugs of the live editions of all languages, newest first, a part at a time. */
export async function listAddresses(
  live: LiveReader,
  part: { from: number; atMost: number },
): Promise<{ slug: string; language: string; changedAt: Date }[]> {
  live.note(...live.registers.settings.languages.map((language) => riverTag('all', language)))
  const rows = await live.db
    .selectFrom('live.edition')
    .select(['slug', 'language', 'published_at', 'modified_at'])
    .where('language', 'in', live.registers.settings.languages)
    .where(visibleAt(live.now, 'edition'))
    .orderBy('published_at', 'desc')
    .orderBy('release_id', 'desc')
    .limit(part.atMost)
    .offset(part.from)
    .execute()
  return rows.map((row) => ({ slug: row.slug, language: row.language, changedAt: row.modified_at ?? row.published_at }))
}

/** How many editions are live in all languages, from the kept counts. */
export async function countAddresses(live: LiveReader): Promise<number> {
  const row = await live.db
    .selectFrom('live.river_count')
    .select((eb) => eb.fn.sum<number | string>('stories').as('stories'))
    .where('facet', '=', 'all')
    .where('language', 'in', live.registers.settings.languages)
    .executeTakeFirst()
  return Number(row?.stories ?? 0)
}
