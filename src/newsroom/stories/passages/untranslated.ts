import type { Reader } from '#platform/database/database.ts'

import type { RevisionContent } from '../story.ts'
import { passagesOf } from './map-passages.ts'
import type { Said } from './passage.ts'
import { fingerprint, wordsOf } from './passage.ts'
import type { Translation } from './translation-store.ts'
import { findTranslation, readPassages } from './translation-store.ts'

/**
 * How many passages of a text still wait in the words of the edition that it was made from. What somebody stood by as it is does not wait, nor
 * does what has no letter. `revision` is absent for a text that is not saved.
 */
export async function countUntranslated(
  db: Reader,
  edition: string,
  { content, revision }: { content: RevisionContent; revision?: number | undefined },
): Promise<number> {
  const translation = await findTranslation(db, edition)
  if (!translation) return 0
  const passages = passagesOf(content)
  const waiting = translation.passages.flatMap(({ state, source, target }) =>
    state === 'waiting' && source !== null && target !== null ? [target] : [],
  )
  if (revision === translation.targetRevision) return waiting.filter((at) => needsWords(passages[at])).length
  const unwritten = await readUnwritten(db, translation, new Set(waiting))
  return passages.filter((passage) => needsWords(passage) && unwritten.has(fingerprint(passage))).length
}

/** Of another revision than the one that is followed, the words tell: those of the source that nobody has stood by since. */
async function readUnwritten(db: Reader, translation: Translation, waiting: ReadonlySet<number>): Promise<Set<string>> {
  const source = await readPassages(db, translation.source, translation.sourceRevision)
  const target = await readPassages(db, translation.edition, translation.targetRevision)
  const were = translation.passages.flatMap(({ was }) => (was ? [was] : []))
  const still = target.filter((_, at) => waiting.has(at))
  const kept = new Set(target.filter((_, at) => !waiting.has(at)).map(fingerprint))
  return new Set([...source, ...were, ...still].map(fingerprint).filter((mark) => !kept.has(mark)))
}

const needsWords = (passage: Said | undefined): boolean => passage !== undefined && /\p{L}/u.test(wordsOf(passage))
