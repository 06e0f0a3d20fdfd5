import { wordsOf } from '#lib/words.ts'
import type { Reader } from '#platform/database/database.ts'

import { bodyText } from '../stories/body-text.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { readRevision } from '../stories/edition-store.ts'
import type { RevisionContent } from '../stories/story.ts'
import type { Authorship } from './review-rules.ts'

const mostly = 0.5
// Each word that is replaced makes two pairs new: less than this is a text with many words replaced, more is another order.
const mostPairs = 0.8

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
  const isRewritten = first !== undefined && isMostlyNew(allWords(first), allWords(now))
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

/** Whether most of a text's words are new, or stand in an order that is. */
export function isMostlyNew(before: readonly string[], now: readonly string[]): boolean {
  return shareOfNew(before, now) > mostly || shareOfNew(pairsOf(before), pairsOf(now)) > mostPairs
}

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, i) => `${words[i]} ${word}`)

/** The share (0 to 1) of what is now there that was not there before, as often as it stands there. */
function shareOfNew(before: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of before) left.set(one, (left.get(one) ?? 0) + 1)
  let fresh = 0
  for (const one of now) {
    const count = left.get(one) ?? 0
    if (count === 0) fresh += 1
    else left.set(one, count - 1)
  }
  return now.length === 0 ? 0 : fresh / now.length
}

function allWords({ headline, summary, body }: RevisionContent): string[] {
  return wordsOf(`${headline}\n${summary}\n${bodyText(body)}`).map((word) => word.toLowerCase())
}

function saversOf(saves: { saver_id: string | null }[]): string[] {
  return [...new Set(saves.flatMap(({ saver_id }) => saver_id ?? []))]
}
