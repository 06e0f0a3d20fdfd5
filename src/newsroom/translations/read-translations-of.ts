import type { Reader } from '#platform/database/database.ts'

import { readEdition } from '../stories/edition-store.ts'

export type TranslationLine = { edition: string; language: string; stale: number; waiting: number; machine: number }

/** What an edition was made from, what was made from it, and the languages that its story has. */
export type TranslationsOf = {
  source: { edition: string; language: string } | null
  /** How far the edition itself follows its source. */
  own: TranslationLine | null
  made: TranslationLine[]
  languages: string[]
}

export async function readTranslationsOf(db: Reader, edition: string): Promise<TranslationsOf> {
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
    made: rows.filter(({ source_id }) => source_id === edition).map(line),
    languages: all.map(({ language }) => language),
  }
}
