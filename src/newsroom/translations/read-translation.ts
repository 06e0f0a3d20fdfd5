import type { Reader } from '#platform/database/database.ts'

import { Failure } from '#lib/failure.ts'
import { currentReferences } from '../references/current-references.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { editionQuery, heldEdition, readEdition } from '../stories/edition-store.ts'
import type { Followed } from '../stories/passages/followed.ts'
import { passagesOf } from '../stories/passages/map-passages.ts'
import type { Passage } from '../stories/passages/passage.ts'
import type { Translation } from '../stories/passages/translation-store.ts'
import { translationOf } from '../stories/passages/translation-store.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import type { RevisionContent } from '../stories/story.ts'

/** A passage of the source beside that of the translation; one of the two may be missing, and a passage of only one edition follows nothing. */
export type PassagePair = { followed: Followed | null; source: Passage | null; target: Passage | null }

export type SideBySide = {
  source: HeldEdition
  target: HeldEdition
  translation: Translation
  pairs: PassagePair[]
  sourceContent: RevisionContent
  targetContent: RevisionContent
}

/** A translation laid beside its source, in the order of the source; what only one of them says stands where that one says it. */
export async function readSideBySide(db: Reader, edition: string): Promise<SideBySide> {
  const { target, translation, sourceContent, targetContent } = await readBothTexts(db, edition)
  const source = await readEdition(db, translation.source)
  const pairs = pairUp(translation.passages, passagesOf(sourceContent), passagesOf(targetContent))
  return { source, target, translation, pairs, sourceContent, targetContent }
}

/** Reads all that follows one another at one moment: an autosave may take the place of either text's latest revision at any other. */
async function readBothTexts(db: Reader, id: string): Promise<Omit<SideBySide, 'source' | 'pairs'>> {
  const row = await editionQuery(db, id)
    .innerJoin('newsroom.translation as translation', 'translation.edition_id', 'edition.id')
    .innerJoin('newsroom.revision as said', (join) =>
      join.onRef('said.edition_id', '=', 'translation.source_id').onRef('said.number', '=', 'translation.source_revision'),
    )
    .innerJoin('newsroom.revision as own', (join) =>
      join.onRef('own.edition_id', '=', 'edition.id').onRef('own.number', '=', 'translation.target_revision'),
    )
    .select(['translation.edition_id', 'translation.source_id', 'translation.made_from', 'translation.source_revision'])
    .select(['translation.target_revision', 'translation.passages', 'said.content as sourceContent', 'own.content as targetContent'])
    .executeTakeFirst()
  if (!row) {
    await readEdition(db, id)
    throw new Failure('missing', 'no-translation', 'This edition was not made from another; there is nothing to lay beside it.')
  }
  const { edition_id, source_id, made_from, source_revision, target_revision, passages, sourceContent, targetContent, ...edition } = row
  const current = (content: unknown) => currentReferences(db, parseRevisionContent(content))
  return {
    target: heldEdition(edition, id),
    translation: translationOf({ edition_id, source_id, made_from, source_revision, target_revision, passages }),
    sourceContent: await current(sourceContent),
    targetContent: await current(targetContent),
  }
}

export function pairUp(passages: readonly Followed[], source: readonly Passage[], target: readonly Passage[]): PassagePair[] {
  const bySource = new Map(passages.flatMap((followed) => (followed.source === null ? [] : [[followed.source, followed] as const])))
  const taken = new Set(passages.flatMap((followed) => (followed.source !== null && followed.target !== null ? [followed.target] : [])))
  const removed = new Map(
    passages.flatMap((followed) => (followed.source === null && followed.target !== null ? [[followed.target, followed] as const] : [])),
  )
  const pairs = source.map((passage, index): PassagePair => {
    const followed = bySource.get(index) ?? null
    const at = followed?.target ?? null
    return { followed, source: passage, target: at === null ? null : (target[at] ?? null) }
  })
  // After the passage that it follows in the translation.
  const place = (index: number): number => {
    for (let before = index - 1; before >= 0; before -= 1) {
      const at = pairs.findIndex((pair) => pair.target !== null && pair.target === target[before])
      if (at >= 0) return at + 1
    }
    return 0
  }
  for (const [index, passage] of target.entries())
    if (!taken.has(index)) pairs.splice(place(index), 0, { followed: removed.get(index) ?? null, source: null, target: passage })
  return pairs
}
