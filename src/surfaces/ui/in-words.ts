import { isLanguageTag } from '#lib/is-language-tag.ts'
import type { LivePlace } from '#newsroom/live/live-story.ts'

/** A register's name in the reader's language, else in English, else in whatever language it has. */
export function named(name: { [language: string]: string }, language: string): string {
  return name[language] ?? name['en'] ?? Object.values(name)[0] ?? ''
}

/** A place's own name if the newsroom gave one in this language, else CLDR's. */
export function placeInWords(place: LivePlace, language: string): string {
  const own = place.name[language]
  if (own) return own
  if (place.kind === 'city') return named(place.name, language) || place.code
  return regionNames(language).of(place.code) ?? (named(place.name, language) || place.code)
}

/** 'Moldova, Romania and Türkiye'. */
export function listed(names: string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}

/** How a language names itself, for the reader who looks for it; what is no language is called as it is written. */
export function ownName(language: string): string {
  if (!isLanguageTag(language)) return language
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|ckb|dv|yi|sd|ug)\b/.test(language) ? 'rtl' : 'ltr'
}

const regions = new Map<string, Intl.DisplayNames>()

function regionNames(language: string): Intl.DisplayNames {
  const known = regions.get(language)
  if (known) return known
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  regions.set(language, names)
  return names
}
