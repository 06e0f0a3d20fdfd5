import { Queues } from '#lib/queues.ts'

import { alignPassages } from './align-passages.ts'
import type { Followed } from './followed.ts'
import type { Passage, Said } from './passage.ts'
import { fingerprint, isField, isLine, keyOf, saidOf } from './passage.ts'

/** A translation that was begun as a copy: each passage waits for its words. */
export function beginFollowing(source: readonly Passage[]): Followed[] {
  return source.map((_, index) => ({ id: index + 1, source: index, target: index, state: 'waiting' }))
}

/** After the source was saved: exactly what changed in it is behind, and what it says again as before is not. */
export function followSource(passages: readonly Followed[], before: readonly Passage[], after: readonly Passage[]): Followed[] {
  const from = alignPassages(before, after)
  const byOld = new Map(passages.flatMap((passage) => (passage.source === null ? [] : [[passage.source, passage] as const])))
  const gone = new Queues(passages, ({ source, was }) => (source === null && was ? keyOf(was) : undefined))
  const kept = new Set<Followed>()
  let lastId = passages.reduce((most, { id }) => Math.max(most, id), 0)
  const present = after.map((said, source): Followed => {
    const old = from[source] ?? null
    const known = (old === null ? undefined : byOld.get(old)) ?? gone.take(keyOf(said))
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
  const free = new Set(after.flatMap((_, index) => (taken.has(index) ? [] : [index])))
  if (free.size === 0) return passages
  const back = new Queues(free, (index) => fingerprint(after[index] ?? { inlines: [] }))
  const found = passages.map((passage): Followed => {
    if (passage.target !== null || passage.lost === undefined) return passage
    const target = back.take(passage.lost)
    if (target === undefined) return passage
    free.delete(target)
    return { ...passage, target }
  })
  return adoptInGaps(found, free, after, source)
}

function adoptInGaps(passages: Followed[], free: Iterable<number>, after: readonly Passage[], source: readonly Passage[]): Followed[] {
  const ordered = passages.toSorted((a, b) => (a.source ?? Infinity) - (b.source ?? Infinity))
  const rooms = Map.groupBy(free, (index) => roomOf(after[index]))
  const ends = ordered.flatMap(({ source: there, target }) => (there === null || target === null ? [] : [{ there, target }]))
  let end = 0
  let last = -1
  return ordered.map((passage): Followed => {
    const said = passage.source === null ? undefined : source[passage.source]
    if (!said || passage.target !== null) {
      last = passage.target ?? last
      return passage
    }
    while ((ends[end]?.there ?? Infinity) <= (passage.source ?? -1)) end += 1
    const gap = isField(said) ? { from: -1, to: Infinity } : { from: last, to: ends[end]?.target ?? Infinity }
    const target = takeWithin(rooms.get(roomOf(said)) ?? [], gap)
    const is = target === undefined ? undefined : after[target]
    if (target === undefined || !is) return passage
    last = target
    return { ...passage, target, state: fingerprint(is) === fingerprint(said) ? 'waiting' : 'done', was: undefined }
  })
}

/** A paragraph may stand where a heading would, and a heading where a paragraph would; all else only among its like. */
const roomOf = (said: Said | undefined): string => (said && isLine(said) ? 'line' : (said?.kind ?? ''))

/** Takes the first of some places, which are in order, that lies between two. */
function takeWithin(places: number[], { from, to }: { from: number; to: number }): number | undefined {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? Infinity) > from) high = middle
    else low = middle + 1
  }
  return (places[low] ?? Infinity) < to ? places.splice(low, 1)[0] : undefined
}

/** Without what is undefined, and without what was lost and is back. */
function tidy({ was, machine, lost, ...passage }: Followed): Followed {
  return {
    ...passage,
    ...(was !== undefined && { was }),
    ...(machine !== undefined && { machine }),
    ...(lost !== undefined && passage.target === null && { lost }),
  }
}
