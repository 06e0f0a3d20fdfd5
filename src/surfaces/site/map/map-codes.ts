import type { LivePlace } from '#newsroom/live/live-story.ts'

import { isDrawn } from './countries.ts'

/** The countries that a story's map shows, a city standing for its country; regions, and what the atlas does not have, are not drawn. */
export function mapCodes(places: Pick<LivePlace, 'code' | 'kind' | 'within'>[]): string[] {
  return [...new Set(places.flatMap((place) => codeOnMap(place) ?? []))].sort().slice(0, 12)
}

export function codeOnMap({ code, kind, within }: Pick<LivePlace, 'code' | 'kind' | 'within'>): string | undefined {
  const country = kind === 'city' ? within : code
  return country !== null && isDrawn(country) ? country : undefined
}
