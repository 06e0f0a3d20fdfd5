import type { LivePlace } from '#newsroom/live/live-story.ts'

/** Places with a code of letters that no map shows: they are too small for the atlas, or no one land. */
const undrawn = new Set(['BV', 'CQ', 'EA', 'GI', 'QO', 'TK', 'TV', 'UM'])

/** The countries that a story's map shows, a city standing for its country; regions, and what the atlas does not have, are not drawn. */
export function mapCodes(places: Pick<LivePlace, 'code' | 'kind' | 'within'>[]): string[] {
  return [...new Set(places.flatMap((place) => codeOnMap(place) ?? []))].sort().slice(0, 12)
}

export function codeOnMap({ code, kind, within }: Pick<LivePlace, 'code' | 'kind' | 'within'>): string | undefined {
  const country = kind === 'city' ? within : code
  return country !== null && /^[A-Z]{2}$/.test(country) && kind !== 'region' && !undrawn.has(country) ? country : undefined
}
