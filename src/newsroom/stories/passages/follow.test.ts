import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { beginFollowing, followSource, followTarget } from './follow.ts'
import * as oneByOne from './follow-one-by-one.fixture.ts'
import type { Followed } from './followed.ts'
import type { Passage } from './passage.ts'
import { fingerprint, saidOf } from './passage.ts'

const kinds = ['headline', 'summary', 'paragraph', 'heading2', 'attribution', 'note'] as const
const passage = fc
  .record({ kind: fc.constantFrom(...kinds, 'paragraph' as const), text: fc.constantFrom('a', 'b', 'c', 'Forty lorries', 'Forty ferries') })
  .map(({ kind, text }): Passage => ({ kind, inlines: [{ type: 'text', text }], within: null }))
const text = fc.array(passage, { maxLength: 8 })
const place = fc.option(fc.nat(7))
const followed = fc
  .array(
    fc.record({
      source: place,
      target: place,
      state: fc.constantFrom('waiting' as const, 'machine' as const, 'done' as const),
      was: fc.option(passage.map(saidOf)),
      lost: fc.option(passage.map(fingerprint)),
      machine: fc.option(passage.map(fingerprint)),
      isWasKnown: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((all): Followed[] => {
    // No two passages are in one place.
    const [sources, targets] = [new Set<number>(), new Set<number>()]
    const once = (taken: Set<number>, at: number | null) => (at === null || taken.has(at) ? null : (taken.add(at), at))
    return all.map(({ lost, machine, was, isWasKnown, ...one }, index) => ({
      ...one,
      id: index + 1,
      source: once(sources, one.source),
      target: once(targets, one.target),
      ...(isWasKnown && { was }),
      ...(lost !== null && { lost }),
      ...(machine !== null && { machine }),
    }))
  })

describe('following a text', () => {
  test('what is looked up equals what is found by comparing every pair', () => {
    fc.assert(
      fc.property(followed, text, text, text, (passages, before, after, source) => {
        expect(followSource(passages, before, after)).toEqual(oneByOne.followSource(passages, before, after))
        expect(followTarget(passages, before, after, source)).toEqual(oneByOne.followTarget(passages, before, after, source))
      }),
      { numRuns: 400 },
    )
  })

  test('a text that is emptied and written anew is followed in time by its length', () => {
    const [few, many] = [readsOf(200), readsOf(800)]
    expect(many.source).toBeLessThan(few.source * 5)
    expect(many.target).toBeLessThan(few.target * 5)
  })
})

/** How often a passage is read while a source of so many is emptied and written anew, and while its translation is. */
function readsOf(length: number): { source: number; target: number } {
  let reads = 0
  const said = (words: string): Passage[] =>
    Array.from({ length }, (_, index) => {
      const { inlines, ...rest }: Passage = { kind: 'paragraph', inlines: [{ type: 'text', text: `${words} ${index}` }], within: null }
      return Object.defineProperty({ ...rest, inlines }, 'inlines', { enumerable: true, get: () => ((reads += 1), inlines) })
    })
  const counted = (work: () => Followed[]): { now: Followed[]; n: number } => {
    const before = reads
    return { now: work(), n: reads - before }
  }
  const [old, fresh] = [said('It was said before, in line'), said('Something else is said in line')]
  const translated = said('Il fut dit, à la ligne')
  const begun = followTarget(beginFollowing(old), old, translated, old)
  const [sourceGone, targetGone] = [counted(() => followSource(begun, old, [])), counted(() => followTarget(begun, translated, [], old))]
  const source = counted(() => followSource(sourceGone.now, [], fresh))
  const target = counted(() => followTarget(targetGone.now, [], fresh, old))
  return { source: sourceGone.n + source.n, target: targetGone.n + target.n }
}
