import { z } from 'zod'

import { inlines } from '../body.ts'
import { bodyKinds, fieldKinds } from './passage.ts'

const said = z.object({ kind: z.enum([...fieldKinds, ...bodyKinds]), inlines, url: z.string().optional() })

/** How far one passage of a translation follows its source. */
const followed = z.object({
  /** Its name within the translation, for good. */
  id: z.int().positive(),
  /** Where it is among the passages of the source and of the translation; null: not there. */
  source: z.int().nonnegative().nullable(),
  target: z.int().nonnegative().nullable(),
  /** `waiting`: still the source's words; `machine`: as a machine wrote it; `done`: a person wrote it or stood by it. */
  state: z.enum(['waiting', 'machine', 'done']),
  /** What the source said when this was last right; absent: what it says now; null: nothing, it came since. */
  was: said.nullable().optional(),
  /** The fingerprint of what a machine wrote and nobody has stood by. */
  machine: z.string().optional(),
  /** The fingerprint of what it said when it was taken out of the translation, in case it comes back. */
  lost: z.string().optional(),
})
export const followedPassages = z.array(followed)
export type Followed = z.infer<typeof followed>

/**
 * What a person sees: besides its own state, `stale` (the source changed since), `added` (the source says it and this does not) and
 * `removed` (this says it and the source does not any more).
 */
export type PassageStatus = Followed['state'] | 'stale' | 'added' | 'removed'

export function statusOf(passage: Followed): PassageStatus {
  if (passage.source === null) return 'removed'
  if (passage.was === null) return 'added'
  return passage.was !== undefined && passage.state !== 'waiting' ? 'stale' : passage.state
}

export const isBehind = (passage: Followed): boolean => ['stale', 'added', 'removed'].includes(statusOf(passage))

export type PassageCounts = { stale: number; waiting: number; machine: number }

/** What lists show: passages that are behind the source, still in its words, and as a machine wrote them. */
export function countPassages(passages: readonly Followed[]): PassageCounts {
  const count = (is: (passage: Followed) => boolean) => passages.filter(is).length
  return {
    stale: count(isBehind),
    waiting: count((passage) => passage.state === 'waiting' && passage.target !== null && passage.source !== null),
    machine: count((passage) => passage.state === 'machine' && passage.target !== null),
  }
}
