import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { lockEdition, readEdition } from '../stories/edition-store.ts'
import type { Translation } from '../stories/passages/translation-store.ts'
import { holdTranslation } from '../stories/passages/translation-store.ts'
import { authorizeSource } from './authorize-source.ts'

/** What a screen or a file was made from: work on anything else is refused, so that nobody's words land in the wrong passage. */
export type SeenRevisions = { edition: string; revision: number; sourceRevision: number }

/**
 * A translation held with its edition, as far as the member may work on it and read its source; refused when either text was saved since it was
 * seen, but by an earlier save of the same tab (`isOwn`).
 */
export async function holdSeen(
  tx: Transaction,
  by: Member,
  seen: SeenRevisions,
  mayWork: (edition: HeldEdition) => void | Promise<unknown>,
  isOwn: (edition: HeldEdition) => Promise<boolean> = async () => false,
): Promise<{ edition: HeldEdition; translation: Translation }> {
  const edition = await lockEdition(tx, seen.edition)
  await mayWork(edition)
  const translation = await holdTranslation(tx, seen.edition)
  // Before the number of its revision is told.
  authorizeSource(by, await readEdition(tx, translation.source))
  if (edition.revision !== seen.revision && !(await isOwn(edition)))
    throw new Failure(
      'conflict',
      'stale-revision',
      `Not saved: this was made from revision ${seen.revision} of the translation, which is at ${edition.revision} now. Open it again; what you wrote is below.`,
    )
  if (translation.sourceRevision !== seen.sourceRevision)
    throw new Failure(
      'conflict',
      'source-changed',
      `Not saved: the source was saved since, as revision ${translation.sourceRevision}. Open this again to see what changed; what you wrote is below.`,
    )
  return { edition, translation }
}
