import { diffArrays } from 'diff'

/** A stretch of two texts: in both, only in the later one, or only in the earlier one. */
export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** How long may be compared before the rest is simply taken for different, in milliseconds. Whoever compares several texts has one for all of them. */
export class Patience {
  readonly #until: number

  constructor(milliseconds = 1000) {
    this.#until = performance.now() + milliseconds
  }

  get left(): number {
    return Math.max(0, this.#until - performance.now())
  }
}

/** Two texts word by word, in any script. The parts that are the same or removed make the earlier text, the same or added the later. */
export function compareTexts(before: string, after: string, patience: Patience): Part[] {
  return compareLists(pieces(before), pieces(after), patience).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

export type Stretch = { kind: Part['kind']; items: string[] }

/** Two lists, stretch by stretch. */
export function compareLists(before: string[], after: string[], patience: Patience): Stretch[] {
  const stretches = patience.left > 0 ? diffArrays(before, after, { timeout: patience.left }) : undefined
  if (!stretches) return [stretch('removed', before), stretch('added', after)].filter(({ items }) => items.length > 0)
  return stretches.map(({ added, removed, value }) => stretch(added ? 'added' : removed ? 'removed' : 'same', value))
}

const stretch = (kind: Part['kind'], items: string[]): Stretch => ({ kind, items })
const pieces = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)
