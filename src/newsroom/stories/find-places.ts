import type { Place } from '../checks/finding.ts'

type Span = { from: number; to: number }

/** Where a text says so now: of all places with these words the one whose surroundings agree best; null when the words are gone. */
export function findPlace(text: string, place: Place): Span | null {
  return findPlaces(text, [place])[0] ?? null
}

/** The same for several places at once, none of which lies in another: where two are alike, the earlier has the earlier words. */
export function findPlaces(text: string, places: readonly Place[]): (Span | null)[] {
  const taken: Span[] = []
  return places.map(({ exact, prefix, suffix }) => {
    if (exact === '') return null
    let best: { from: number; likeness: number } | null = null
    for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
      if (taken.some((other) => from < other.to && other.from < from + exact.length)) continue
      const likeness =
        sharedEnd(text.slice(Math.max(0, from - prefix.length), from), prefix) +
        sharedBeginning(text.slice(from + exact.length, from + exact.length + suffix.length), suffix)
      if (!best || likeness > best.likeness) best = { from, likeness }
    }
    if (!best) return null
    const span = { from: best.from, to: best.from + exact.length }
    taken.push(span)
    return span
  })
}

function sharedBeginning(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one[n] === other[n]) n += 1
  return n
}

function sharedEnd(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n += 1
  return n
}
