import type { LivePlace } from '#newsroom/live/live-story.ts'

/** The countries that a story's map shows, a city standing for its country; regions are not drawn. */
export function mapCodes(places: Pick<LivePlace, 'code' | 'kind' | 'within'>[]): string[] {
  const codes = places.map((place) => (place.kind === 'city' ? place.within : place.code))
  return [...new Set(codes.filter((code) => code !== null).filter((code) => /^[A-Z]{2}$/.test(code)))].sort().slice(0, 12)
}
