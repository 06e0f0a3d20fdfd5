import { alignPassages } from './align-passages.ts'
import type { Followed } from './followed.ts'
import { isBehind } from './followed.ts'
import type { Passage } from './passage.ts'
import { keyOf, saidOf } from './passage.ts'

/** A person stands by these passages as they are: each is done until its source changes again. Of what the source dropped they are free. */
export function markDone(passages: readonly Followed[], ids: ReadonlySet<number>): Followed[] {
  return passages.flatMap((passage): Followed[] => {
    if (!ids.has(passage.id)) return [passage]
    if (passage.source === null) return []
    const { was: _was, machine: _machine, ...rest } = passage
    return [{ ...rest, state: 'done' }]
  })
}

/** What changed in the source, of late, does not concern the translation: whatever has its words is as it was before the change. */
export function spare(passages: readonly Followed[]): Followed[] {
  return passages.map((passage) => {
    if (!isBehind(passage) || passage.source === null || passage.target === null) return passage
    const { was: _was, ...rest } = passage
    return rest
  })
}

/** A change of the source from one revision to another was minor: what was right before it is right after it; what was behind already stays so. */
export function callMinor(
  passages: readonly Followed[],
  texts: { before: readonly Passage[]; after: readonly Passage[]; latest: readonly Passage[] },
): Followed[] {
  const toAfter = alignPassages(texts.after, texts.latest)
  const toBefore = alignPassages(texts.before, texts.after)
  return passages.map((passage): Followed => {
    if (!passage.was || passage.source === null) return passage
    const after = toAfter[passage.source] ?? null
    const before = after === null ? null : (toBefore[after] ?? null)
    const [said, saidBefore, saidNow] = [texts.after[after ?? -1], texts.before[before ?? -1], texts.latest[passage.source]]
    if (!said || !saidBefore || keyOf(saidBefore) !== keyOf(passage.was)) return passage
    const { was: _was, ...rest } = passage
    return saidNow && keyOf(said) === keyOf(saidNow) ? rest : { ...rest, was: saidOf(said) }
  })
}
