import { link, routes } from '#src/routes.ts'

/** Where readers find a place: `/places/MD`, `/places/143`, and a city under its own name, `/places/MD-chisinau`. */
export const placePath = (code: string): string => link(routes.place, { code: placeInPath(code) })

/** A place's code as that address spells it: `MD`, `MD-chisinau`. */
export const placeInPath = (code: string): string => code.replace(/^city\/(\w+)\//, '$1-')

/** The same as a query spells it: `md`, `md-chisinau`. */
export function placeInQuery(code: string): string {
  const [, country, name] = /^city\/(\w+)\/(.+)$/.exec(code) ?? []
  return country === undefined ? code.toLowerCase() : `${country.toLowerCase()}-${name ?? ''}`
}

/** The code of a place that was spelled in either way: `md`, `143`, or `md-chisinau` for a city. */
export function placeCode(spelled: string | undefined): string {
  const city = /^([a-z]{2})-(.+)$/i.exec(spelled ?? '')
  return city ? `city/${(city[1] ?? '').toUpperCase()}/${city[2] ?? ''}` : (spelled ?? '').toUpperCase()
}
