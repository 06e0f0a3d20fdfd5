const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The words of a text in any script, without what stands between them. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}
