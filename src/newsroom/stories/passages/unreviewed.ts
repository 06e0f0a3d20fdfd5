import type { Reader, Transaction } from '#platform/database/database.ts'

import type { HeldEdition } from '../edition-store.ts'
import type { RevisionContent } from '../story.ts'
import { callMinor } from './settle-passages.ts'
import { passagesOf } from './map-passages.ts'
import { fingerprint } from './passage.ts'
import { findTranslation, holdTranslationsAround, keepTranslation, readPassages } from './translation-store.ts'

/** How many passages of a revision are as a machine wrote them, with nobody having stood by them. */
export async function countUnreviewed(db: Reader, edition: string, content: RevisionContent): Promise<number> {
  const translation = await findTranslation(db, edition)
  const marks = new Set(translation?.passages.flatMap(({ machine }) => (machine === undefined ? [] : [machine])))
  return marks.size === 0 ? 0 : passagesOf(content).filter((passage) => marks.has(fingerprint(passage))).length
}

/** What was released as minor leaves the translations of an edition as they were. */
export async function spareTranslationsOf(tx: Transaction, edition: Pick<HeldEdition, 'id' | 'shown'>, released: number): Promise<void> {
  const { id, shown } = edition
  if (shown === null || shown === released) return
  const made = (await holdTranslationsAround(tx, id)).filter(({ source }) => source === id)
  if (made.length === 0) return
  const [before, after] = [await readPassages(tx, id, shown), await readPassages(tx, id, released)]
  for (const translation of made) {
    const latest = await readPassages(tx, id, translation.sourceRevision)
    await keepTranslation(tx, { ...translation, passages: callMinor(translation.passages, { before, after, latest }) })
  }
}
