import type { LiveReader } from './live-reader.ts'
import type { LivePlace } from './live-story.ts'
import { riverTag } from '../live-tags.ts'
import { visibleAt } from '../visible-at.ts'

/** The years and the countries that have stories in a language: what a reader may narrow the river by. */
export async function listFacets(live: LiveReader, language: string): Promise<{ years: string[]; places: LivePlace[] }> {
  live.note(riverTag('all', language))
  const rows = await live.db
    .selectFrom('live.river_count as count')
    .select('facet')
    .where('language', '=', language)
    .where('stories', '>', 0)
    .where((eb) => eb.or([eb('facet', 'like', 'year=%'), eb('facet', 'like', 'place=%')]))
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
    .execute()
  const values = (name: string) => rows.flatMap(({ facet }) => (facet.startsWith(`${name}=`) ? [facet.slice(name.length + 1)] : []))
  const places = values('place').flatMap((code) => live.registers.places.get(code) ?? [])
  return { years: values('year').toSorted().toReversed(), places: places.filter((place) => place.kind !== 'city') }
}
