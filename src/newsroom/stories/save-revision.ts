import { hashOf } from '#lib/canonical-json.ts'
import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { addRevision, lockEdition, readRevision } from './edition-store.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, mayWrite } from './story-policy.ts'

/** Someone else saved first: nothing was overwritten, and `changed` names the fields in which the two differ. */
export class StaleRevision extends Failure {
  readonly latest: number
  readonly changed: string[]

  constructor(madeFrom: number, latest: number, changed: string[]) {
    super(
      'conflict',
      'stale-revision',
      `Not saved: this text was made from revision ${madeFrom}, and revision ${latest} has since changed ${changed.join(', ')}. Open the latest and bring your changes over.`,
    )
    this.latest = latest
    this.changed = changed
  }
}

/** Saves the next revision of an edition, if it was made from the latest one; returns its number. */
export async function saveRevision(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; madeFrom: number; content: unknown },
): Promise<number> {
  authorize(mayWrite(by), 'save this edition')
  const content = parseRevisionContent(input.content)
  return newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    if (edition.revision !== input.madeFrom) {
      const [base, latest] = [await readRevision(tx, edition.id, input.madeFrom), await readRevision(tx, edition.id, edition.revision)]
      throw new StaleRevision(input.madeFrom, edition.revision, changedFields(base, latest))
    }
    await addRevision(tx, by, edition.id, edition.revision + 1, content, newsroom.clock.now())
    return edition.revision + 1
  })
}

/** The fields in which two contents differ. */
export function changedFields(before: RevisionContent, after: RevisionContent): string[] {
  const fields = Object.entries(after).filter(
    ([field, value]) => hashOf(value) !== hashOf(Object.entries(before).find(([name]) => name === field)?.[1]),
  )
  return fields.map(([field]) => field)
}
