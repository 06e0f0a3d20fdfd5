import { diffArrays } from 'diff'

/** A stretch of two texts: in both, only in the later one, or only in the earlier one. */
export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Two texts word by word, in any script. The parts that are the same or removed make the earlier text, the same or added the later. */
export function compareTexts(before: string, after: string): Part[] {
  return compareLists(pieces(before), pieces(after)).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

export type Stretch = { kind: Part['kind']; items: string[] }

/** Two lists, stretch by stretch. Past a second's work they are simply taken for different. */
export function compareLists(before: string[], after: string[]): Stretch[] {
  const stretches = diffArrays(before, after, { timeout: 1000 })
  if (!stretches) return [stretch('removed', before), stretch('added', after)].filter(({ items }) => items.length > 0)
  return stretches.map(({ added, removed, value }) => stretch(added ? 'added' : removed ? 'removed' : 'same', value))
}

const stretch = (kind: Part['kind'], items: string[]): Stretch => ({ kind, items })
const pieces = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)
