import { agreement } from '#lib/agreement.ts'

import type { Place } from '../checks/finding.ts'

type Span = { from: number; to: number }

/** Where a text says so now: of all places with these words the one whose surroundings agree best; null when the words are gone. */
export function findPlace(text: string, place: Place): Span | null {
  return findPlaces(text, [place])[0] ?? null
}

/** Letters looked through for all places of one question: a book of 100,000 letters may be asked for 100 places. */
const most = 10_000_000

/**
 * The same for several places at once, none of which lies in another: where two are alike, the earlier has the earlier words. Each takes time by
 * the length of the text alone, however often its words and what stands around them are repeated; what would take too long in all is not found.
 */
export function findPlaces(text: string, places: readonly Place[]): (Span | null)[] {
  const letters = lettersOf(text)
  const backwards = letters.toReversed()
  const taken: Span[] = []
  return places.map(({ exact, prefix, suffix }, asked) => {
    if (exact === '' || (asked > 0 && (asked + 1) * text.length > most)) return null
    const free = freeOf(agreement(letters, lettersOf(exact)), exact.length, taken)
    const first = free(0)
    if (first === undefined) return null
    let best = first
    let other = free(first + 1)
    if (other !== undefined) {
      const after = agreement(letters, lettersOf(suffix))
      const before = agreement(backwards, lettersOf(prefix).reverse())
      const likeness = (from: number): number => (before[text.length - from] ?? 0) + (after[from + exact.length] ?? 0)
      for (; other !== undefined; other = free(other + 1)) if (likeness(other) > likeness(best)) best = other
    }
    const span = { from: best, to: best + exact.length }
    taken.splice(taken.findLastIndex(({ from }) => from < span.from) + 1, 0, span)
    return span
  })
}

/** Asks where some words stand next, each time further on, but for what is taken already; `taken` is in the order of the text. */
function freeOf(agreeing: Uint32Array, length: number, taken: readonly Span[]): (at: number) => number | undefined {
  let next = 0
  return (at) => {
    for (let from = at; from < agreeing.length; from += 1) {
      if (agreeing[from] !== length) continue
      while ((taken[next]?.to ?? Infinity) <= from) next += 1
      if ((taken[next]?.from ?? Infinity) >= from + length) return from
    }
    return undefined
  }
}

function lettersOf(text: string): Uint16Array {
  const letters = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) letters[at] = text.charCodeAt(at)
  return letters
}
