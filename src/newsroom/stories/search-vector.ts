import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'

import { bodyText } from './body-text.ts'

const stemmers: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
}

/** The PostgreSQL text-search configuration that stems a language; words of an unknown one are taken as they stand. */
export function stemmerOf(language: string): string {
  return stemmers[language.split('-')[0] ?? ''] ?? 'simple'
}

/** The weighted search vector of an edition: headline before summary before body. */
export function searchVector(edition: { language: string; headline: string; summary: string; body: unknown }): RawBuilder<string> {
  const stemmer = stemmerOf(edition.language)
  const part = (text: string, weight: 'A' | 'B' | 'C') =>
    sql`setweight(to_tsvector(${stemmer}::regconfig, ${fold(text)}), ${sql.lit(weight)})`
  return sql<string>`${part(edition.headline, 'A')} || ${part(edition.summary, 'B')} || ${part(bodyText(edition.body), 'C')}`
}
