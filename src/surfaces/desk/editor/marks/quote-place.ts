/** A TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector) in the body's plain text. */
export type TextPlace = { exact: string; prefix: string; suffix: string }

const around = 32
const longest = 500

/** Names a stretch of a text by its words and what stands around them; null for an empty one. */
export function quotePlace(text: string, from: number, to: number): TextPlace | null {
  const end = Math.min(to, from + longest)
  const exact = text.slice(from, end).toWellFormed()
  if (exact.trim() === '') return null
  return {
    exact,
    prefix: text.slice(Math.max(0, from - around), from).toWellFormed(),
    suffix: text.slice(end, end + around).toWellFormed(),
  }
}

/** Where a text says so now: of all places with these words the one whose surroundings agree best; null when the words are gone. */
export function findPlace(text: string, { exact, prefix, suffix }: TextPlace): { from: number; to: number } | null {
  if (exact === '') return null
  let best: { from: number; likeness: number } | null = null
  for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
    const likeness =
      sharedEnd(text.slice(Math.max(0, from - prefix.length), from), prefix) +
      sharedBeginning(text.slice(from + exact.length, from + exact.length + suffix.length), suffix)
    if (!best || likeness > best.likeness) best = { from, likeness }
  }
  return best && { from: best.from, to: best.from + exact.length }
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
