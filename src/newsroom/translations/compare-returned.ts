import { canonicalJson } from '#lib/canonical-json.ts'
import type { Part } from '#lib/compare-texts.ts'
import { compareTexts, Patience } from '#lib/compare-texts.ts'
import { Failure } from '#lib/failure.ts'
import { textIn } from '#lib/xml-tree.ts'

import type { Inline } from '../stories/body.ts'
import type { PassageKind } from '../stories/passages/passage.ts'
import { fingerprint, wordsOf } from '../stories/passages/passage.ts'
import type { PassagePair, SideBySide } from './read-translation.ts'
import { codesOf, readInlines } from './xliff/codes.ts'
import type { ReturnedFile, ReturnedUnit } from './xliff/read-xliff.ts'

export type ReturnedChange = { id: number; kind: PassageKind; parts: Part[] }
/** A passage that is not taken in, because one of the two texts said something else when the document was made. */
export type HeldBack = { id: number; kind: PassageKind | null; words: string; line: number; why: 'source changed' | 'translation changed' }

/** What a returned file would do to a translation. */
export type Returned = {
  changes: ReturnedChange[]
  held: HeldBack[]
  /** Passages that the translator stands by as they are. */
  confirmed: number
  written: Map<number, Inline[]>
  done: Set<number>
}

/** Judges a file that came back: it is of this translation, nothing but the targets changed, and what changed here since is held back. */
export function compareReturned(what: string, file: ReturnedFile, side: SideBySide): Returned {
  const refuse = (line: number, wrong: string): never => {
    throw new Failure('invalid', 'bad-xliff', `${what} was not taken in. Line ${line}: ${wrong}.`, { values: { line } })
  }
  const { translation } = side
  if (file.source !== translation.source) refuse(file.line, 'this <file> is of another story than its edition')
  if (file.sourceRevision > translation.sourceRevision) refuse(file.line, `its source has no revision ${file.sourceRevision} yet`)
  const isCurrent = file.sourceRevision === translation.sourceRevision
  const byId = new Map(side.pairs.flatMap((pair) => (pair.followed && pair.source ? [[pair.followed.id, pair] as const] : [])))
  const missing = isCurrent ? [...byId.keys()].find((id) => !file.units.some((unit) => unit.id === id)) : undefined
  if (missing !== undefined) refuse(file.line, `the unit p${missing} is missing`)
  const result: Returned = { changes: [], held: [], confirmed: 0, written: new Map(), done: new Set() }
  const patience = new Patience()
  for (const unit of file.units) {
    const pair = byId.get(unit.id)
    if (!pair && isCurrent) refuse(unit.line, `the unit p${unit.id} is not in what we sent`)
    take(unit, pair, { isCurrent, refuse, result, patience })
  }
  return result
}

type Taking = { isCurrent: boolean; refuse: (line: number, wrong: string) => never; result: Returned; patience: Patience }

function take(unit: ReturnedUnit, pair: PassagePair | undefined, { isCurrent, refuse, result, patience }: Taking): void {
  const words = unit.target ? textIn(unit.target) : ''
  const hold = (why: HeldBack['why']) => {
    result.held.push({ id: unit.id, kind: pair?.source?.kind ?? null, words: words.slice(0, 300), line: unit.line, why })
  }
  if (!pair?.source) return hasText(unit) ? hold('source changed') : undefined
  const codes = codesOf(pair.source.inlines)
  const source = readInlines(unit.source, codes)
  if ('wrong' in source || canonicalJson(source.inlines) !== canonicalJson(pair.source.inlines)) {
    if (isCurrent) refuse(unit.source.line, `the <source> of p${unit.id} is not what we sent; only targets may change`)
    return hasText(unit) ? hold('source changed') : undefined
  }
  if (!unit.target || !hasText(unit)) return undefined
  const target = readInlines(unit.target, codes)
  if ('wrong' in target) return refuse(target.line, `in the <target> of p${unit.id} ${target.wrong}`)
  const now = pair.target ? fingerprint(pair.target) : ''
  const isChanged = fingerprint(target) !== now
  // What the translator left alone overwrites nothing.
  if (now !== unit.mark && fingerprint(target) === unit.mark) return undefined
  if (isChanged && now !== unit.mark) return hold('translation changed')
  const standsBy =
    unit.state === 'reviewed' || unit.state === 'final' || (unit.state === 'translated' && unit.subState !== 'dateline:machine')
  if (!isChanged && !standsBy) return undefined
  result.done.add(unit.id)
  if (!isChanged) {
    if (pair.followed?.state !== 'done' || pair.followed.was !== undefined) result.confirmed += 1
    return undefined
  }
  result.written.set(unit.id, target.inlines)
  const before = pair.target ? wordsOf(pair.target) : ''
  result.changes.push({ id: unit.id, kind: pair.source.kind, parts: compareTexts(before, wordsOf(target), patience) })
  return undefined
}

const hasText = ({ target }: ReturnedUnit): boolean => target !== null && /\S/.test(textIn(target))
