import type { KnownPlace } from './known-facts.ts'
import type { PlaceName } from './place-names.ts'
import { placeNames, wordPattern } from './place-names.ts'

export type FoundPlace = { code: string | null; name: string; within: string | null; from: number; to: number }

type Word = { text: string; from: number; to: number }
type Hit = FoundPlace & { first: number; next: number; kind: 'country' | 'city' }

/** Makes a function that finds the places which a text names, each as often as it does: countries and regions in any of the languages, cities. Linear in the text. */
export function createPlaceFinder(places: KnownPlace[], language: string): (text: string) => FoundPlace[] {
  const byFirstWord = new Map<string, PlaceName[]>()
  for (const name of placeNames(places, language)) {
    const key = stemOf(name.words[0] ?? '', language)
    byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), name])
  }
  return (text) => {
    const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
      text: word.normalize('NFC'),
      from: index,
      to: index + word.length,
    }))
    const hits: Hit[] = []
    for (let at = 0; at < words.length;) {
      const hit = nameAt(text, words, at, byFirstWord, language)
      if (hit) hits.push(hit)
      at = hit?.next ?? at + 1
    }
    return [...hits, ...hits.flatMap((hit) => citiesBeside(text, words, hit, hits))].toSorted((a, b) => a.from - b.from)
  }
}

/** The longest name that begins at a word. */
function nameAt(text: string, words: Word[], at: number, names: Map<string, PlaceName[]>, language: string): Hit | undefined {
  const word = words[at]
  if (!word || !beginsName(word.text)) return undefined
  const candidates = bareForms(word.text, language).flatMap((form) => names.get(stemOf(form, language)) ?? [])
  const fitting = candidates.filter((name) => fits(text, words, at, name, language))
  const best = fitting.reduce<PlaceName | undefined>(
    (most, name) => (most && most.words.length >= name.words.length ? most : name),
    undefined,
  )
  const last = words[at + (best?.words.length ?? 0) - 1]
  if (!best || !last || isPerson(text, words, at, at + best.words.length) || (language === 'tr' && word.text === 'Mali')) return undefined
  const spelled =
    best.words.join(' ') ===
    words
      .slice(at, at + best.words.length)
      .map((part) => part.text)
      .join(' ')
  const name = best.called ?? (spelled ? text.slice(word.from, last.to) : best.words.join(' '))
  const kind = best.within && /^[A-Z]{2}$/.test(best.within) ? 'city' : 'country'
  return { code: best.code, name, within: best.within, from: word.from, to: last.to, first: at, next: at + best.words.length, kind }
}

function fits(text: string, words: Word[], at: number, name: PlaceName, language: string): boolean {
  const isHere = name.words.every((part, offset) => {
    const [word, before] = [words[at + offset], words[at + offset - 1]]
    if (!word || (offset > 0 && before && !/^[\s\-–'’.]{0,3}$/u.test(text.slice(before.to, word.from)))) return false
    const forms = offset === 0 ? bareForms(word.text, language) : [word.text]
    return forms.some((form) => sameWord(form, part, language))
  })
  const following = words[at + name.words.length]
  return isHere && (!name.isAdjective || !following || !/^\p{Lu}\p{Ll}/u.test(following.text))
}

const beginsName = (word: string) => !/^\p{Ll}/u.test(word)

function sameWord(form: string, part: string, language: string): boolean {
  return form === part || (isCyrillic(part) && stemOf(form, language) === stemOf(part, language))
}

const isCyrillic = (word: string) => /^\p{Script=Cyrillic}/u.test(word)
const shortestStem = 4

/** A Cyrillic word without its case ending: "Молдовы", "Молдове" and "Молдова" meet. Other words stay. */
function stemOf(word: string, language: string): string {
  if (!isCyrillic(word) || (language !== 'ru' && language !== 'uk')) return word
  const stem = word.replace(/(?:ами|ями|[оеє][йюмв]|[ая][мх]|[аяыиіїуюеоєьй])$/u, '')
  return stem.length >= shortestStem ? stem : word
}

/** A word without what languages attach: the German genitive's s, the Arabic conjunctions and prepositions. */
function bareForms(word: string, language: string): string[] {
  if (language === 'de' && word.length > 5 && word.endsWith('s')) return [word, word.slice(0, -1)]
  if (!/^\p{Script=Arabic}/u.test(word) || word.length < 5) return [word]
  const attached = /^و?لل/u.test(word) ? [word.replace(/^و?لل/u, 'ال')] : /^و?[فبلك]/u.test(word) ? [word.replace(/^و?[فبلك]/u, '')] : []
  return [word, ...attached, ...(word.startsWith('و') ? [word.slice(1)] : [])]
}

const alsoPeople = new Set(['Chad', 'Jordan', 'Georgia', 'Israel'])

/** "Jordan Smith" is nobody's country. */
function isPerson(text: string, words: Word[], first: number, next: number): boolean {
  const [word, following] = [words[first], words[next]]
  const isName = word !== undefined && next === first + 1 && alsoPeople.has(word.text)
  return isName && following !== undefined && text.slice(word.to, following.from) === ' ' && /^\p{Lu}\p{Ll}/u.test(following.text)
}

const locatives = new Set('in at near to from en à au a de desde hasta nach aus bei в у во из з із до'.split(' '))

/** Cities that no register knows, by the country beside them: "in Graz, Austria", "Pakistan's Multan, Quetta and Sialkot". */
function citiesBeside(text: string, words: Word[], country: Hit, hits: Hit[]): FoundPlace[] {
  if (country.kind === 'city') return []
  const isTaken = (word: Word) => hits.some((hit) => hit.from <= word.from && word.to <= hit.to)
  return [...cityBefore(text, words, country), ...citiesOwned(text, words, country)]
    .filter((word) => !isTaken(word))
    .map(({ text: name, from, to }) => ({ code: null, name, within: country.code, from, to }))
}

function cityBefore(text: string, words: Word[], country: Hit): Word[] {
  const start = words[country.first]
  for (const length of [1, 2]) {
    const [first, last] = [words[country.first - length], words[country.first - 1]]
    const preposition = words[country.first - length - 1]
    if (!first || !last || !start || !preposition || !locatives.has(preposition.text)) continue
    const isParted = /^(,\s|\s\()$/u.test(text.slice(last.to, start.from))
    const isName = words.slice(country.first - length, country.first).every((word) => /^\p{Lu}\p{Ll}/u.test(word.text))
    if (isParted && isName) return [{ text: text.slice(first.from, last.to), from: first.from, to: last.to }]
  }
  return []
}

/** A list of two or more capitalised words after a possessive. */
function citiesOwned(text: string, words: Word[], country: Hit): Word[] {
  const possessive = words[country.next]
  if (possessive?.text !== 's' || !/^['’]$/u.test(text.slice(country.to, possessive.from))) return []
  const owned: Word[] = []
  for (let at = country.next + 1; at < words.length; at += 1) {
    const word = words[at]
    if (!word) break
    const gap = text.slice(words[at - 1]?.to ?? 0, word.from)
    const isLinked = owned.length === 0 ? gap === ' ' : /^,\s$/u.test(gap) || words[at - 1]?.text === 'and'
    if (word.text === 'and' && owned.length > 0) continue
    if (!isLinked || !/^\p{Lu}\p{Ll}/u.test(word.text)) {
      // A further capitalised word belongs to the last one, which then was no city's whole name.
      if (gap === ' ' && /^\p{Lu}/u.test(word.text)) owned.pop()
      break
    }
    owned.push(word)
  }
  return owned.length >= 2 ? owned : []
}
