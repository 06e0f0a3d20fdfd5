import { inCommon } from '#lib/in-common.ts'
import { wordsOf } from '#lib/words.ts'
import type { Reader } from '#platform/database/database.ts'

import { bodyText } from '../stories/body-text.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { readRevision } from '../stories/edition-store.ts'
import type { RevisionContent } from '../stories/story.ts'
import type { Authorship } from './review-rules.ts'

/** Who wrote a revision (the latest by default), counted from the last that readers saw and a second person stood by. */
export async function readAuthorship(db: Reader, edition: HeldEdition, revision: number = edition.revision): Promise<Authorship> {
  const restored = await lastRestored(db, edition, revision)
  const saves = await db
    .selectFrom('newsroom.revision')
    .select(['number', 'saver_id'])
    .where('edition_id', '=', edition.id)
    .where('number', '<=', revision)
    .where((eb) => eb.or([eb('number', '>', edition.countedFrom ?? 0), eb('number', '<=', restored)]))
    .where('saver_id', 'is not', null)
    .execute()
  const isRead = edition.state === 'in review' || edition.state === 'cleared' || edition.cleared === revision
  const sent = isRead && edition.sent !== null && edition.sent <= revision ? edition.sent : null
  const before = saves.filter((save) => sent === null || save.number <= sent)
  const after = saves.filter((save) => sent !== null && save.number > sent)
  const [first, now] = [sent === null ? undefined : await readRevision(db, edition.id, sent), await readRevision(db, edition.id, revision)]
  const isRewritten = first !== undefined && isMostlyOther(allWords(first), allWords(now))
  return {
    authors: saversOf(edition.countedFrom === null || restored > 0 ? [...before, { saver_id: edition.filedBy }] : before),
    mostlyRewrittenBy: isRewritten ? saversOf(after) : [],
  }
}

/** The last of the revisions from before the count whose text has come back by restoring it (0: none); whoever wrote up to there wrote this too. */
async function lastRestored(db: Reader, edition: HeldEdition, revision: number): Promise<number> {
  if (edition.countedFrom === null) return 0
  const row = await db
    .selectFrom('newsroom.revision as later')
    .innerJoin('newsroom.revision as older', (join) =>
      join.onRef('older.edition_id', '=', 'later.edition_id').onRef('older.hash', '=', 'later.hash'),
    )
    .innerJoin('newsroom.revision as counted', (join) =>
      join.onRef('counted.edition_id', '=', 'later.edition_id').onRef('counted.hash', '<>', 'later.hash'),
    )
    .select((eb) => eb.fn.max('older.number').as('number'))
    .where('later.edition_id', '=', edition.id)
    .where('later.number', '>', edition.countedFrom)
    .where('later.number', '<=', revision)
    .where('older.number', '<', edition.countedFrom)
    .where('counted.number', '=', edition.countedFrom)
    .executeTakeFirst()
  return row?.number ?? 0
}

/**
 * Whether less than half of a text, as it was or as it is now, stands in the other in the same order: new words count, and so do cut and moved ones.
 * Where that would take too long to count, it is taken to be so: whoever changed that much of a text wrote it.
 */
export function isMostlyOther(before: readonly string[], now: readonly string[]): boolean {
  return (inCommon(before, now) ?? 0) < Math.max(before.length, now.length) / 2
}

function allWords({ headline, summary, body }: RevisionContent): string[] {
  return wordsOf(`${headline}\n${summary}\n${bodyText(body)}`).map((word) => word.toLowerCase())
}

function saversOf(saves: { saver_id: string | null }[]): string[] {
  return [...new Set(saves.flatMap(({ saver_id }) => saver_id ?? []))]
}
