const wordsPerMinute = 220

const segmenters = new Map<string, Intl.Segmenter>()

/** How many words a text has in its language, and the minutes that reading it takes, at least one. */
export function countWords(text: string, language: string): { words: number; minutes: number } {
  let words = 0
  for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) words += 1
  return { words, minutes: Math.max(1, Math.round(words / wordsPerMinute)) }
}

function segmenterOf(language: string): Intl.Segmenter {
  const kept = segmenters.get(language)
  if (kept) return kept
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
