import type { PageAnswer, PageHandler } from '#surfaces/ui/page-request.ts'

import { countryShape } from '../map/countries.ts'
import { locatorMap } from '../map/locator-map.ts'
import { mapKey } from '../map/map-key.ts'
import { mapSheet } from '../map/map-sheet.ts'

const mostCountries = 12
const mostSets = 20

/** /maps/MD-RO.fr.svg: the locator map of some countries, its neighbours named in a language. */
export const mapHandler: PageHandler = async ({ params, live }) => {
  const name = /^([A-Z]{2}(?:-[A-Z]{2})*)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.svg$/.exec(params['name'] ?? '')
  const countries = name?.[1]?.split('-') ?? []
  const language = name?.[2] ?? ''
  const isOurs = live.registers.settings.languages.includes(language) && areCountries(countries)
  return isOurs ? svg(locatorMap({ countries, language })) : undefined
}

/** /maps/sheet.svg?of=MD-RO.TR: a symbol for each set of countries, so that a river's maps are one request. */
export const mapSheetHandler: PageHandler = async ({ query }) => {
  const sets = (query.get('of') ?? '').split('.').map((set) => set.split('-'))
  const names = sets.map(mapKey)
  const isInOrder = names.join('.') === [...new Set(names)].toSorted().join('.')
  return sets.length <= mostSets && isInOrder && sets.every(areCountries) ? svg(mapSheet(sets)) : undefined
}

/** One spelling for each map, or every order of its countries would be another to print and keep. */
function areCountries(codes: string[]): boolean {
  return (
    codes.length > 0 &&
    codes.length <= mostCountries &&
    codes.join('-') === mapKey(codes) &&
    codes.every((code) => countryShape(code, '50m'))
  )
}

/** There are more sets of countries than any shelf holds, and whoever asks may put them together: kept apart from pages. */
function svg(body: string): PageAnswer {
  return { status: 200, isAside: true, body, headers: { 'content-type': 'image/svg+xml; charset=utf-8' } }
}
