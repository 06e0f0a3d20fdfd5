import type { CheckedText } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Lists, mails and search engines show a summary whole up to about here. */
export const longestSummary = 300

export function checkSummary({ summary }: CheckedText): Found[] {
  return summary.trim() === '' ? [{ field: 'summary', says: { code: 'summary missing' } }] : []
}

/** Characters are counted as a reader counts them, not as UTF-16 does. */
export function checkSummaryLength({ summary }: CheckedText): Found[] {
  if (summary.length <= longestSummary) return []
  const characters = [...graphemes.segment(summary)].length
  return characters <= longestSummary ? [] : [{ field: 'summary', says: { code: 'summary too long', characters, longest: longestSummary } }]
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
