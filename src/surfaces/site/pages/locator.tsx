import type { ReactNode } from 'react'

import type { LivePlace } from '#newsroom/live/live-story.ts'
import { listed, placeInWords } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import { mapSize, thumbSize } from '../map/map-size.ts'
import { codeOnMap, mapCodes } from '../map/map-codes.ts'
import { mapKey } from '../map/map-key.ts'
import type { SiteContext } from '../site-context.ts'

/** The map that stands where a story has no picture, called by the places on it. It takes its colours from the page that uses it. */
export function Locator({ site, places }: { site: SiteContext; places: LivePlace[] }): ReactNode {
  const codes = mapCodes(places)
  if (codes.length === 0 || !site.mapHref) return null
  const names = listed(
    places.filter((place) => codes.includes(codeOnMap(place) ?? '')).map((place) => placeInWords(place, site.language)),
    site.language,
  )
  return (
    <figure className="locator">
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="img" aria-label={wordsIn(site.language).mapOf(names)}>
        <use href={`${site.mapHref(codes)}#map`} />
      </svg>
    </figure>
  )
}

/** A small map beside a headline. The words beside it name the places, so it says nothing to a screen reader. */
export function LocatorThumb({ codes, sheet }: { codes: string[]; sheet: string | undefined }): ReactNode {
  if (!sheet || codes.length === 0) return null
  return (
    <svg className="thumb" viewBox={`0 0 ${thumbSize.width} ${thumbSize.height}`} aria-hidden="true">
      <use href={`${sheet}#${mapKey(codes)}`} />
    </svg>
  )
}
