import { differing } from '#lib/differing.ts'
import { inCommon } from '#lib/in-common.ts'
import { wordsOf } from '#lib/words.ts'

import { bodyText } from './body-text.ts'
import type { RevisionContent } from './story.ts'

/** How much a revision changed: words that came and went, and how many fields besides the text say something else. */
export type ChangeAmount = { added: number; removed: number; facts: number }

const facts = [
  'kind',
  'section',
  'projects',
  'places',
  'topics',
  'people',
  'activity',
  'dateline',
  'byline',
  'searchTitle',
  'searchDescription',
] as const

/**
 * Nothing added, removed and changed: only how the text looks is another. A word that was moved went and came. Undefined where so much is another
 * that it would take too long to count.
 */
export function changeAmount(before: RevisionContent, after: RevisionContent): ChangeAmount | undefined {
  const [was, is] = withoutSameEnds(textOf(before), textOf(after)).map(wordsOf)
  const same = inCommon(was ?? [], is ?? [])
  if (same === undefined) return undefined
  // An address that goes with its headline is no change of its own.
  const isMoved = before.slug !== after.slug && before.headline === after.headline
  const others = differing(facts, before, after).length
  return { added: (is ?? []).length - same, removed: (was ?? []).length - same, facts: others + Number(isMoved) }
}

const textOf = ({ headline, summary, body }: RevisionContent): string => `${headline}\n${summary}\n${bodyText(body)}`

/** Two texts without what both begin and end with, as far as whole words go: most saves change little of a long text. */
function withoutSameEnds(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head += 1
  while (head > 0 && !isSpace(one[head - 1])) head -= 1
  let tail = 0
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  while (tail > 0 && !isSpace(one.at(-tail))) tail -= 1
  return [one.slice(head, one.length - tail), other.slice(head, other.length - tail)]
}

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /\s/.test(letter)
