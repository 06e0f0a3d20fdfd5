import { fold } from '#lib/fold.ts'

const longest = 24

/**
 * What a headline is found by: each of its words from each of its letters on, folded, so that the index finds "fähre" in "Autofähre" and
 * "النهر" in "والنهر" by how a part begins.
 */
export function headlineParts(headline: string): string[] {
  const parts = foldedWords(headline).flatMap((word) => {
    const letters = [...word]
    return letters.slice(0, Math.max(1, letters.length - 1)).map((_, from) => letters.slice(from, from + longest).join(''))
  })
  return [...new Set(parts)]
}

/** A `tsquery` for headlines that have all these words, whole or in part; undefined where none is typed. */
export function headlineQuery(typed: string): string | undefined {
  const words = new Set(foldedWords(typed).map((word) => [...word].slice(0, longest).join('')))
  return words.size === 0 ? undefined : [...words].map((word) => `'${word}':*`).join(' & ')
}

const foldedWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
