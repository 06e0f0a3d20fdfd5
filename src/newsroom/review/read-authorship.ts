import { wordsOf } from '#lib/words.ts'
import type { Reader } from '#platform/database/database.ts'

import { bodyText } from '../stories/body-text.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { readRevision } from '../stories/edition-store.ts'
import type { RevisionContent } from '../stories/story.ts'
import type { Authorship } from './review-rules.ts'

const mostly = 0.5

/** Who wrote what now waits to be cleared, counted from the last revision that readers saw. */
export async function readAuthorship(db: Reader, edition: HeldEdition): Promise<Authorship> {
  const saves = await db
    .selectFrom('newsroom.revision')
    .select(['number', 'saver_id'])
    .where('edition_id', '=', edition.id)
    .where('number', '>', edition.shown ?? 0)
    .where('saver_id', 'is not', null)
    .execute()
  const sent = edition.state === 'in review' || edition.state === 'cleared' ? edition.sent : null
  const before = saves.filter((save) => sent === null || save.number <= sent)
  const after = saves.filter((save) => sent !== null && save.number > sent)
  const [first, now] = [
    sent === null ? undefined : await readRevision(db, edition.id, sent),
    await readRevision(db, edition.id, edition.revision),
  ]
  const isRewritten = first !== undefined && shareOfNewWords(first, now) > mostly
  return {
    authors: saversOf(edition.shown === null ? [...before, { saver_id: edition.filedBy }] : before),
    mostlyRewrittenBy: isRewritten ? saversOf(after) : [],
  }
}

/** The share (0 to 1) of a text's words that an earlier text does not have. */
export function shareOfNewWords(before: RevisionContent, now: RevisionContent): number {
  const left = new Map<string, number>()
  for (const word of allWords(before)) left.set(word, (left.get(word) ?? 0) + 1)
  const words = allWords(now)
  let fresh = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count === 0) fresh += 1
    else left.set(word, count - 1)
  }
  return words.length === 0 ? 0 : fresh / words.length
}

function allWords({ headline, summary, body }: RevisionContent): string[] {
  return wordsOf(`${headline}\n${summary}\n${bodyText(body)}`).map((word) => word.toLowerCase())
}

function saversOf(saves: { saver_id: string | null }[]): string[] {
  return [...new Set(saves.flatMap(({ saver_id }) => saver_id ?? []))]
}
