import type { Reader } from '#platform/database/database.ts'

import { currentReferences } from '../references/current-references.ts'
import type { HeldEdition } from './edition-store.ts'
import { editionQuery, heldEdition, noSuchEdition } from './edition-store.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'

/** An edition and its latest revision. */
export type Latest = {
  edition: HeldEdition
  content: RevisionContent
  hash: string
  savedBy: string
  savedAt: Date
  plannedFor: Date | null
}

/** Reads both at one moment: an autosave may take the place of the latest revision at any other. */
export async function readLatest(db: Reader, id: string): Promise<Latest> {
  const row = await editionQuery(db, id)
    .innerJoin('newsroom.revision as revision', (join) =>
      join.onRef('revision.edition_id', '=', 'edition.id').onRef('revision.number', '=', 'edition.revision'),
    )
    .select(['revision.content', 'revision.hash', 'revision.saved_by', 'revision.saved_at', 'edition.planned_for'])
    .executeTakeFirst()
  if (!row) throw noSuchEdition(id)
  const { content, hash, saved_by: savedBy, saved_at: savedAt, planned_for: plannedFor, ...edition } = row
  return {
    edition: heldEdition(edition, id),
    content: await currentReferences(db, parseRevisionContent(content)),
    hash,
    savedBy,
    savedAt,
    plannedFor,
  }
}
