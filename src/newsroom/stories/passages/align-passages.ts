import { compareLists, Patience } from '#lib/compare-texts.ts'
import { Queues } from '#lib/queues.ts'

import type { Said } from './passage.ts'
import { isField, isLine, keyOf, wordsOf } from './passage.ts'

/**
 * Where each passage of a later text was in the earlier one; null for what came since. What says the same is matched first, then, between those,
 * what is most alike in the order of both, then what was moved.
 */
export function alignPassages(before: readonly Said[], after: readonly Said[]): (number | null)[] {
  const from = after.map((): number | null => null)
  for (const [j, said] of after.entries()) if (isField(said)) from[j] = indexOrNull(before.findIndex(({ kind }) => kind === said.kind))
  const budget = { left: mostWork }
  for (const run of changedRuns(before, after, from)) matchAlike(run, { before, after, from, budget })
  matchMoved(before, after, from)
  return from
}

type Run = { removed: number[]; added: number[] }

/** Matches the passages of both bodies that say the same in the same order; gives what stands between them. */
function changedRuns(before: readonly Said[], after: readonly Said[], from: (number | null)[]): Run[] {
  const [old, now] = [bodyIndexes(before), bodyIndexes(after)]
  const keys = (all: readonly Said[], indexes: number[]) => indexes.flatMap((index) => (all[index] ? [keyOf(all[index])] : []))
  const runs: Run[] = []
  let run: Run = { removed: [], added: [] }
  let [i, j] = [0, 0]
  for (const { kind, items } of compareLists(keys(before, old), keys(after, now), new Patience())) {
    if (kind === 'removed') run.removed.push(...old.slice(i, i + items.length))
    else if (kind === 'added') run.added.push(...now.slice(j, j + items.length))
    else {
      runs.push(run)
      run = { removed: [], added: [] }
      for (let k = 0; k < items.length; k += 1) from[now[j + k] ?? -1] = old[i + k] ?? null
    }
    if (kind !== 'added') i += items.length
    if (kind !== 'removed') j += items.length
  }
  return [...runs, run].filter(({ removed, added }) => removed.length > 0 && added.length > 0)
}

const mostCompared = 40_000
/** Pairs of letters looked up for all runs of two texts. */
const mostWork = 10_000_000

type Matching = { before: readonly Said[]; after: readonly Said[]; from: (number | null)[]; budget: { left: number } }

/**
 * Of all ways to pair what went with what came, in order, the one whose pairs are most alike; where that would take too long, the first with the first
 * and so on.
 */
function matchAlike({ removed, added }: Run, { before, after, from, budget }: Matching): void {
  const isMany = removed.length * added.length > mostCompared
  const old = isMany ? [] : removed.map((index) => letterPairs(before[index]))
  const work = old.reduce((all, pairs) => all + pairs.counts.size, 0) * added.length
  if (isMany || work > budget.left) {
    added.forEach((index, k) => (from[index] = removed[k] ?? null))
    return
  }
  budget.left -= work
  const now = added.map((index) => letterPairs(after[index]))
  const worth = (i: number, j: number): number => {
    const [one, other, a, b] = [before[removed[i] ?? -1], after[added[j] ?? -1], old[i], now[j]]
    if (!one || !other || !a || !b || !isOfOneKind(one, other)) return 0
    // Something that took another's place is a change of it, however little they share.
    return alikeness(a, b) + 0.01
  }
  for (const [i, j] of bestPairs(removed.length, added.length, worth)) from[added[j] ?? -1] = removed[i] ?? null
}

/** Pairs of two lists, in the order of both, with the greatest worth together. */
function bestPairs(rows: number, columns: number, worth: (i: number, j: number) => number): [number, number][] {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const worths = Array.from({ length: rows }, (_, i) => Float64Array.from({ length: columns }, (__, j) => worth(i, j)))
  const at = (table: Float64Array[], i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row)
        row[j] = Math.max(at(best, i + 1, j), at(best, i, j + 1), at(worths, i, j) > 0 ? at(worths, i, j) + at(best, i + 1, j + 1) : 0)
    }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    const here = at(best, i, j)
    if (at(worths, i, j) > 0 && here === at(worths, i, j) + at(best, i + 1, j + 1)) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (here === at(best, i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}

/** What says the same elsewhere was moved. */
function matchMoved(before: readonly Said[], after: readonly Said[], from: (number | null)[]): void {
  const taken = new Set(from)
  const left = new Queues(before.keys(), (i) => {
    const said = before[i]
    return said && !taken.has(i) && !isField(said) ? keyOf(said) : undefined
  })
  for (const [j, said] of after.entries()) if (from[j] === null && !isField(said)) from[j] = left.take(keyOf(said)) ?? null
}

const isOfOneKind = (one: Said, other: Said): boolean => one.kind === other.kind || (isLine(one) && isLine(other))

type LetterPairs = { counts: Map<string, number>; total: number }

function letterPairs(said: Said | undefined): LetterPairs {
  const text = said ? wordsOf(said).toLowerCase().slice(0, 2000) : ''
  const counts = new Map<string, number>()
  const total = Math.max(1, text.length - 1)
  for (let k = 0; k < total; k += 1) counts.set(text.slice(k, k + 2), (counts.get(text.slice(k, k + 2)) ?? 0) + 1)
  return { counts, total }
}

/** How much two texts share, from 0 to 1: Dice's coefficient over pairs of letters, which every script has. */
function alikeness(one: LetterPairs, other: LetterPairs): number {
  let shared = 0
  for (const [pair, n] of one.counts) shared += Math.min(n, other.counts.get(pair) ?? 0)
  return (2 * shared) / (one.total + other.total)
}

const bodyIndexes = (all: readonly Said[]): number[] => all.flatMap((said, index) => (isField(said) ? [] : [index]))
const indexOrNull = (index: number): number | null => (index < 0 ? null : index)
