import { fold } from '#lib/fold.ts'
import { wordsOf } from '#lib/words.ts'

import type { Registers } from './read-registers.ts'

/** A part of what a reader typed; `about` are the entries that go by just these words, as search vectors name them. */
export type AskedPart = { words: string; about: string[] }

const mostWords = 8

/**
 * Parts what a reader typed into names that the registers know, by any name, acronym or language, and the words between them. What asks for
 * something finer (quotes, minus, or) stays whole.
 */
export function partByNames(registers: Registers, typed: string): AskedPart[] {
  if (/["“”«»]|(^|\s)-|\bor\b/iu.test(typed)) return [{ words: typed, about: [] }]
  const words = wordsOf(fold(typed))
  const names = namesIn(registers)
  const parts: AskedPart[] = []
  const between: string[] = []
  const flush = () => {
    if (between.length > 0) parts.push({ words: between.splice(0).join(' '), about: [] })
  }
  for (let at = 0; at < words.length;) {
    const longest = Math.min(mostWords, words.length - at)
    const length = Array.from({ length: longest }, (_, taken) => longest - taken).find((n) => names.has(words.slice(at, at + n).join(' ')))
    const phrase = words.slice(at, at + (length ?? 1)).join(' ')
    if (length === undefined) between.push(phrase)
    else {
      flush()
      parts.push({ words: phrase, about: names.get(phrase) ?? [] })
    }
    at += length ?? 1
  }
  flush()
  return parts.length > 0 ? parts : [{ words: typed, about: [] }]
}

const made = new WeakMap<Registers, Map<string, string[]>>()

/** The entries of every name, made once for as long as the registers stay as they are. */
function namesIn(registers: Registers): Map<string, string[]> {
  const known = made.get(registers)
  if (known) return known
  const names = new Map<string, string[]>()
  for (const { about, called } of entriesOf(registers)) {
    for (const name of new Set(called.map((one) => wordsOf(fold(one)).join(' ')))) {
      if (name.length > 1) names.set(name, [...(names.get(name) ?? []), about])
    }
  }
  made.set(registers, names)
  return names
}

function entriesOf(registers: Registers): { about: string; called: string[] }[] {
  const { sections, projects, organisations, topics, people, places, mergedNames } = registers
  const of = (facet: string, register: Map<string, Entry>) =>
    [...register].map(([id, entry]) => ({
      about: `${facet}=${id}`,
      called: [...Object.values(entry.name ?? entry.title ?? {}), ...(entry.acronym ? [entry.acronym] : []), ...entry.alternativeNames],
    }))
  const all = [
    ...of('section', sections),
    ...of('project', projects),
    ...of('organisation', organisations),
    ...of('topic', topics),
    ...of('person', people),
    ...of('place', places),
  ]
  const aboutOf = new Map(all.map(({ about }) => [about.slice(about.indexOf('=') + 1), about]))
  const merged = mergedNames.flatMap(({ id, names }) => {
    const about = aboutOf.get(id)
    return about === undefined ? [] : [{ about, called: names }]
  })
  return [...all, ...merged, ...placesInWords(registers)]
}

type Entry = {
  name?: { [language: string]: string }
  title?: { [language: string]: string }
  acronym?: string | null
  alternativeNames: string[]
}

/** What CLDR calls countries and regions, in the newsroom's languages. */
function placesInWords({ places, settings }: Registers): { about: string; called: string[] }[] {
  const displays = settings.languages.flatMap((language) =>
    (['long', 'short'] as const).map((style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })),
  )
  return [...places.values()]
    .filter(({ code }) => /^([A-Z]{2}|\d{3})$/.test(code))
    .map(({ code }) => ({ about: `place=${code}`, called: displays.flatMap((display) => display.of(code) ?? []) }))
}
