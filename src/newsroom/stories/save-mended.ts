import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { readEdition } from './edition-store.ts'
import type { Mend } from './mend-text.ts'
import { mendText } from './mend-text.ts'
import { saveRevision } from './save-revision.ts'
import type { RevisionContent } from './story.ts'
import { authorize, storyPolicy } from './story-policy.ts'

type MendedSave = { edition: string; madeFrom: number; content: RevisionContent; mends: readonly Mend[] }

/**
 * Saves a text with other words in the places that a check found; returns the number of the revision. Only for whoever may save it, and only in the
 * text in which they were found: saving refuses what was made from an earlier one.
 */
export async function saveMended(newsroom: Newsroom, by: Member, { mends, content, ...save }: MendedSave): Promise<number> {
  const edition = await readEdition(newsroom.db.writer, save.edition)
  authorize(storyPolicy.saveRevision(by, edition), 'save this edition')
  const mended = edition.revision === save.madeFrom ? mendText(content, mends) : content
  return saveRevision(newsroom, by, { ...save, content: mended })
}
