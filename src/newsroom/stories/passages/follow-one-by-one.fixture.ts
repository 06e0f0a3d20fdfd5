// The same as follow.ts, by looking at every pair: what that has to equal on texts small enough.
import { alignPassages } from './align-passages.ts'
import type { Followed } from './followed.ts'
import type { Passage, Said } from './passage.ts'
import { fingerprint, isField, keyOf, saidOf } from './passage.ts'

/** After the source was saved: exactly what changed in it is behind, and what it says again as before is not. */
export function followSource(passages: readonly Followed[], before: readonly Passage[], after: readonly Passage[]): Followed[] {
  const from = alignPassages(before, after)
  const byOld = new Map(passages.flatMap((passage) => (passage.source === null ? [] : [[passage.source, passage] as const])))
  const gone = passages.filter(({ source }) => source === null)
  const kept = new Set<Followed>()
  let lastId = passages.reduce((most, { id }) => Math.max(most, id), 0)
  const present = after.map((said, source): Followed => {
    const old = from[source] ?? null
    const known = (old === null ? undefined : byOld.get(old)) ?? gone.find((one) => !kept.has(one) && isSame(one.was, said))
    if (known) kept.add(known)
    else return { id: (lastId += 1), source, target: null, state: 'waiting', was: null }
    return { ...known, source, ...wasSince(known, old === null ? undefined : before[old], said) }
  })
  const removed = passages.flatMap((passage): Followed[] => {
    if (kept.has(passage) || passage.target === null) return []
    const was = passage.was ?? (passage.source === null ? undefined : before[passage.source])
    return [{ ...passage, source: null, was: was && saidOf(was) }]
  })
  return [...present, ...removed].map(tidy)
}

/** What the source said when the passage was last right, now that it says something else, or the same again. */
function wasSince(passage: Followed, before: Said | undefined, after: Said): { was: Followed['was'] } {
  if (passage.was === null) return { was: null }
  const was = passage.was ?? before
  return { was: was && keyOf(was) !== keyOf(after) ? saidOf(was) : undefined }
}

/** After the translation was saved by a person: what they wrote is theirs, and nothing more is said of the rest. */
export function followTarget(
  passages: readonly Followed[],
  before: readonly Passage[],
  after: readonly Passage[],
  source: readonly Passage[],
): Followed[] {
  const from = alignPassages(before, after)
  const now = new Map(from.flatMap((old, index) => (old === null ? [] : [[old, index] as const])))
  const moved = passages.map((passage): Followed => {
    if (passage.target === null) return passage
    const target = now.get(passage.target) ?? null
    const [was, is] = [before[passage.target], target === null ? undefined : after[target]]
    if (!is) return { ...passage, target: null, ...(was && { lost: fingerprint(was) }) }
    const isChanged = was !== undefined && fingerprint(was) !== fingerprint(is)
    return { ...passage, target, ...(isChanged && { state: stateAfterEdit(passage, is, source) }) }
  })
  return adopt(moved, after, source)
    .filter(({ source: there, target }) => there !== null || target !== null)
    .map(tidy)
}

/** Words of a person are done; those of the source still wait, and a machine's that are back are a machine's. */
function stateAfterEdit(passage: Followed, is: Passage, source: readonly Passage[]): Followed['state'] {
  const mark = fingerprint(is)
  if (passage.machine === mark) return 'machine'
  const made = passage.was ?? (passage.source === null ? undefined : source[passage.source])
  return passage.state === 'waiting' && made && fingerprint(made) === mark ? 'waiting' : 'done'
}

/** Passages of the translation that belong to none become those that were lost, or that are missing where they stand. */
function adopt(passages: Followed[], after: readonly Passage[], source: readonly Passage[]): Followed[] {
  const taken = new Set(passages.map(({ target }) => target))
  const free = after.flatMap((_, index) => (taken.has(index) ? [] : [index]))
  if (free.length === 0) return passages
  const found = passages.map((passage): Followed => {
    if (passage.target !== null) return passage
    const back = free.findIndex((index) => passage.lost !== undefined && fingerprint(after[index] ?? { inlines: [] }) === passage.lost)
    const [target] = back < 0 ? [] : free.splice(back, 1)
    return target === undefined ? passage : { ...passage, target }
  })
  return adoptInGaps(found, free, after, source)
}

function adoptInGaps(passages: Followed[], free: number[], after: readonly Passage[], source: readonly Passage[]): Followed[] {
  const ordered = passages.toSorted((a, b) => (a.source ?? Infinity) - (b.source ?? Infinity))
  let last = -1
  return ordered.map((passage): Followed => {
    const said = passage.source === null ? undefined : source[passage.source]
    if (!said || passage.target !== null) {
      last = passage.target ?? last
      return passage
    }
    const next = ordered.find((other) => other.target !== null && (other.source ?? -1) > (passage.source ?? -1))?.target ?? Infinity
    const at = free.findIndex((index) => isRoomFor(said, after[index]) && (isField(said) || (index > last && index < next)))
    const [target] = at < 0 ? [] : free.splice(at, 1)
    const is = target === undefined ? undefined : after[target]
    if (target === undefined || !is) return passage
    last = target
    return { ...passage, target, state: fingerprint(is) === fingerprint(said) ? 'waiting' : 'done', was: undefined }
  })
}

function isRoomFor(said: Said, other: Said | undefined): boolean {
  if (!other) return false
  return said.kind === other.kind || (/^(paragraph|heading)/.test(said.kind) && /^(paragraph|heading)/.test(other.kind))
}

const isSame = (was: Followed['was'], said: Said): boolean => was !== undefined && was !== null && keyOf(was) === keyOf(said)

/** Without what is undefined, and without what was lost and is back. */
function tidy({ was, machine, lost, ...passage }: Followed): Followed {
  return {
    ...passage,
    ...(was !== undefined && { was }),
    ...(machine !== undefined && { machine }),
    ...(lost !== undefined && passage.target === null && { lost }),
  }
}
