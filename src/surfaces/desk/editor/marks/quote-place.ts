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
