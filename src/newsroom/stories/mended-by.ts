import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readEdition } from './edition-store.ts'
import type { Mend } from './mend-text.ts'
import { mendText } from './mend-text.ts'
import type { RevisionContent } from './story.ts'
import { authorize, storyPolicy } from './story-policy.ts'

type Mended = { edition: string; madeFrom: number; content: RevisionContent; mends: readonly Mend[] }

/**
 * A text with other words in the places that a check found, ready to be saved. Only for whoever may save it, and only in the text in which they were
 * found: one that was made from an earlier one stays as it is, and saving refuses it.
 */
export async function mendedBy(db: Reader, by: Member, { mends, content, ...save }: Mended): Promise<RevisionContent> {
  const edition = await readEdition(db, save.edition)
  authorize(storyPolicy.saveRevision(by, edition), 'save this edition')
  return edition.revision === save.madeFrom ? mendText(content, mends) : content
}
