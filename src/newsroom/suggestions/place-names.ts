import { createRequire } from 'node:module'

import { countries } from 'countries-list'
import { z } from 'zod'

import type { KnownPlace } from './known-facts.ts'

/** A name that a place goes by, as words. */
export type PlaceName = {
  words: string[]
  code: string | null
  within: string | null
  /** What to call the place; null where the text's own spelling is right. */
  called: string | null
  /** An adjective counts only where it does not begin another name: "Polish authorities", not "Swiss Agency". */
  isAdjective: boolean
}

const languages = ['en', 'fr', 'de', 'es', 'tr', 'ru', 'uk', 'ar']
// Too wide to say where something was, or named as a funder.
const ignored = new Set(['001', 'EU'])
const formerNames = new Set(['Turkey', 'Turkiye', 'Swaziland', 'Burma', 'Macedonia', 'Cape Verde'])
const shortestForeignName = 5

/** Names of places that a text in a language may use: its own, those of the other languages where they are long enough to be no other word. */
export function placeNames(places: KnownPlace[], language: string): PlaceName[] {
  const known = places.filter(({ code }) => !ignored.has(code))
  const own = known.flatMap((place) => namesOf(place, language, language))
  const foreign = languages
    .filter((other) => other !== language)
    .flatMap((other) => known.flatMap((place) => namesOf(place, other, language)))
  const adjectives = known.flatMap((place) => adjectivesOf(place, language))
  const long = foreign.filter(({ words }) => words.join('').length >= shortestForeignName)
  return [...own, ...cityNames(known), ...long, ...adjectives]
}

export const wordPattern = /\p{L}[\p{L}\p{M}]*/gu

const wordsOf = (name: string) => name.normalize('NFC').match(wordPattern) ?? []

function namesOf({ code, kind, within, name, alternativeNames }: KnownPlace, language: string, textLanguage: string): PlaceName[] {
  const called = displayName({ code, kind, name }, textLanguage)
  const own = name[language]
  const said = kind === 'city' ? [] : ['long' as const, 'short' as const].map((style) => displayNames(language, style).of(code) ?? '')
  const plain = [...(own ? [own] : []), ...said].flatMap((text) => [text.replace(/\s*\(.*\)/u, ''), text.replaceAll('&', 'and')])
  return [...new Set([...plain, ...(language === textLanguage ? alternativeNames : [])])].flatMap((text): PlaceName[] => {
    const words = wordsOf(text)
    const isOfThisText = language === textLanguage && !formerNames.has(text)
    return words.length === 0 ? [] : [{ words, code, within, called: isOfThisText ? null : called, isAdjective: false }]
  })
}

/** A place in the words of a language, as the newsroom says it or as CLDR does. */
export function displayName({ code, kind, name }: Pick<KnownPlace, 'code' | 'kind' | 'name'>, language: string): string {
  const own = name[language] ?? (kind === 'city' ? Object.values(name)[0] : undefined)
  return own ?? displayNames(language, 'long').of(code) ?? code
}

const displays = new Map<string, Intl.DisplayNames>()

function displayNames(language: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${language} ${style}`
  const found = displays.get(key) ?? new Intl.DisplayNames([language, 'en'], { type: 'region', style, fallback: 'none' })
  displays.set(key, found)
  return found
}

/** English adjectives of a place by the rules of the language; forms that nobody says do no harm. */
function adjectivesOf({ code, kind, within, name, alternativeNames }: KnownPlace, textLanguage: string): PlaceName[] {
  if (textLanguage !== 'en' || kind === 'city') return []
  const called = displayName({ code, kind, name }, 'en')
  const forms = [called, ...alternativeNames].flatMap((text) => {
    if (text.endsWith('a')) return [`${text}n`]
    const stem = text.replace(/e$/u, '')
    return /[aeiouy]$/iu.test(stem) ? [] : [`${stem}i`, `${stem}ian`, `${stem}ese`]
  })
  const spoken = languagesOf(code).filter((spoken) => [called, ...alternativeNames].some((text) => text.slice(0, 3) === spoken.slice(0, 3)))
  return [...forms, ...spoken].map((form) => ({ words: wordsOf(form), code, within, called, isAdjective: true }))
}

let languagesByRegion: Map<string, string[]> | undefined

/** English names of the languages whose home is a country: "Polish" for PL. */
function languagesOf(region: string): string[] {
  languagesByRegion ??= readLanguages()
  return languagesByRegion.get(region) ?? []
}

function readLanguages(): Map<string, string[]> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const found = new Map<string, string[]>()
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const region = new Intl.Locale(code).maximize().region
    const name = names.of(code)
    if (region && name) found.set(region, [...(found.get(region) ?? []), name])
  }
  return found
}

const require = createRequire(import.meta.url)
const zoneSchema = z.object({
  supplemental: z.object({
    windowsZones: z.object({ mapTimezones: z.array(z.object({ mapZone: z.object({ _territory: z.string(), _type: z.string() }) })) }),
  }),
})

/** Capitals, and the cities that time zones are named after; the newsroom's own cities come with its register. */
function cityNames(known: KnownPlace[]): PlaceName[] {
  const codes = new Map(known.flatMap((place) => Object.values(place.name).map((name) => [`${place.within}/${name}`, place.code])))
  const countryNames = new Set(known.map((place) => displayName(place, 'en')))
  const capitals = Object.entries(countries).map(([country, { capital }]) => ({ country, city: capital }))
  return [...capitals, ...zoneCities()].flatMap(({ country, city }): PlaceName[] => {
    if (!city || countryNames.has(city)) return []
    return [{ words: wordsOf(city), code: codes.get(`${country}/${city}`) ?? null, within: country, called: null, isAdjective: false }]
  })
}

function zoneCities(): { country: string; city: string }[] {
  const zones = zoneSchema.parse(require('cldr-core/supplemental/windowsZones.json')).supplemental.windowsZones.mapTimezones
  return zones.flatMap(({ mapZone }) =>
    mapZone._type.split(' ').flatMap((zone) => {
      const [area, city, more] = zone.split('/')
      const isCity = city !== undefined && more === undefined && city.length > 5 && area !== 'Etc' && mapZone._territory.length === 2
      return isCity ? [{ country: mapZone._territory, city: city.replaceAll('_', ' ') }] : []
    }),
  )
}
