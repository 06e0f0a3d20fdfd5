import type { Transaction } from '#platform/database/database.ts'

import type { RevisionContent } from '../story.ts'
import { followSource, followTarget } from './follow.ts'
import { passagesOf } from './map-passages.ts'
import type { Passage } from './passage.ts'
import { keyOf } from './passage.ts'
import type { Translation } from './translation-store.ts'
import { holdTranslationsAround, keepTranslation, readPassages } from './translation-store.ts'

/** After a revision was added: what was made from its edition is behind where it changed, and what a person wrote in a translation is theirs. */
export async function followRevision(tx: Transaction, edition: string, number: number, content: RevisionContent): Promise<void> {
  const around = await holdTranslationsAround(tx, edition)
  if (around.length === 0) return
  const after = passagesOf(content)
  for (const translation of around) {
    const isSource = translation.source === edition
    const before = await readPassages(tx, edition, isSource ? translation.sourceRevision : translation.targetRevision)
    const passages = saysTheSame(before, after)
      ? translation.passages
      : isSource
        ? followSource(translation.passages, before, after)
        : await followOwn(tx, translation, before, after)
    await keepTranslation(tx, { ...translation, passages, ...(isSource ? { sourceRevision: number } : { targetRevision: number }) })
  }
}

async function followOwn(tx: Transaction, translation: Translation, before: Passage[], after: Passage[]): Promise<Translation['passages']> {
  const source = await readPassages(tx, translation.source, translation.sourceRevision)
  return followTarget(translation.passages, before, after, source)
}

const saysTheSame = (before: Passage[], after: Passage[]): boolean =>
  before.length === after.length && before.every((passage, index) => keyOf(passage) === keyOf(after[index] ?? passage))
