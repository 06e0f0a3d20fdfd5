import { listRivers } from './list-rivers.ts'
import type { LiveReader } from './live-reader.ts'
import type { LivePlace } from './live-story.ts'

/** The years and the countries that have stories in a language: what a reader may narrow the river by. */
export async function listFacets(live: LiveReader, language: string): Promise<{ years: string[]; places: LivePlace[] }> {
  const rivers = Map.groupBy(await listRivers(live, [language], ['year', 'place']), ({ name }) => name)
  const values = (name: string) => (rivers.get(name) ?? []).map(({ value }) => value)
  const places = values('place').flatMap((code) => live.registers.places.get(code) ?? [])
  return { years: values('year').toSorted().toReversed(), places: places.filter((place) => place.kind !== 'city') }
}
