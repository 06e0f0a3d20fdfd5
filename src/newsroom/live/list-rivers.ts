import { riverTag } from '../live-tags.ts'
import { visibleAt } from '../visible-at.ts'
import type { LiveReader } from './live-reader.ts'

/** What a river is narrowed by, and in which language: `{ name: 'place', value: 'MD', language: 'fr' }`. */
export type LiveRiver = { name: string; value: string; language: string }

/** The rivers of some kinds (`year`, `place`, …) in which readers of these languages find a story now. */
export async function listRivers(live: LiveReader, languages: string[], kinds: string[]): Promise<LiveRiver[]> {
  live.note(...languages.map((language) => riverTag('all', language)))
  const rows = await live.db
    .selectFrom('live.river_count as count')
    .select(['facet', 'language'])
    .where('language', 'in', languages)
    .where('stories', '>', 0)
    .where((eb) => eb.or(kinds.map((kind) => eb('facet', 'like', `${kind}=%`))))
    // The counts know of what is scheduled; readers do not.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('live.river as river')
          .select('river.release_id')
          .whereRef('river.facet', '=', 'count.facet')
          .whereRef('river.language', '=', 'count.language')
          .where(visibleAt(live.now, 'river')),
      ),
    )
    .orderBy('language')
    .orderBy('facet')
    .execute()
  return rows.map(({ facet, language }) => {
    const cut = facet.indexOf('=')
    return { name: facet.slice(0, cut), value: facet.slice(cut + 1), language }
  })
}
