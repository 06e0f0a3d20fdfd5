import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readEdition } from '../stories/edition-store.ts'
import { isBehind } from '../stories/passages/followed.ts'
import type { PassageKind } from '../stories/passages/passage.ts'
import { wordsOf } from '../stories/passages/passage.ts'
import { storyPolicy } from '../stories/story-policy.ts'
import { readSideBySide } from './read-translation.ts'

export type TranslationLine = { edition: string; language: string; stale: number; waiting: number; machine: number }

/** What an edition was made from, what was made from it, and the languages that its story has. */
export type TranslationsOf = {
  source: { edition: string; language: string } | null
  /** How far the edition itself follows its source. */
  own: TranslationLine | null
  /** Which of its passages do not, as the source has them where it still does; none for whoever may not read the source. */
  behind: BehindPassage[]
  made: TranslationLine[]
  languages: string[]
}

export type BehindPassage = { id: number; kind: PassageKind; words: string; language: string }

export async function readTranslationsOf(db: Reader, by: Member, edition: string): Promise<TranslationsOf> {
  const rows = await db
    .selectFrom('newsroom.translation as translation')
    .innerJoin('newsroom.edition as edition', 'edition.id', 'translation.edition_id')
    .innerJoin('newsroom.edition as source', 'source.id', 'translation.source_id')
    .select(['edition.id', 'edition.language', 'translation.source_id', 'source.language as sourceLanguage'])
    .select(['translation.stale_passages as stale', 'translation.waiting_passages as waiting', 'translation.machine_passages as machine'])
    .where((eb) => eb.or([eb('translation.edition_id', '=', edition), eb('translation.source_id', '=', edition)]))
    .orderBy('edition.language')
    .execute()
  const { story } = await readEdition(db, edition)
  const all = await db.selectFrom('newsroom.edition').select('language').where('story_id', '=', story).execute()
  const line = ({ id, language, stale, waiting, machine }: (typeof rows)[number]) => ({ edition: id, language, stale, waiting, machine })
  const own = rows.find(({ id }) => id === edition)
  return {
    source: own ? { edition: own.source_id, language: own.sourceLanguage } : null,
    own: own ? line(own) : null,
    behind: own && own.stale > 0 ? await readBehind(db, by, edition) : [],
    made: rows.filter(({ source_id }) => source_id === edition).map(line),
    languages: all.map(({ language }) => language),
  }
}

async function readBehind(db: Reader, by: Member, edition: string): Promise<BehindPassage[]> {
  const { pairs, source, target } = await readSideBySide(db, edition)
  if (!storyPolicy.readStory(by, source)) return []
  return pairs.flatMap(({ followed, source: said, target: own }) => {
    const passage = said ?? own
    if (!followed || !isBehind(followed) || !passage) return []
    return [{ id: followed.id, kind: passage.kind, words: wordsOf(passage), language: said ? source.language : target.language }]
  })
}
