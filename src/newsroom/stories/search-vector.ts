import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'

import { bodyText } from './body-text.ts'
import type { LiveEdition } from './live-edition.ts'
import { facetsOf } from './live-edition.ts'
import type { RevisionContent } from './story.ts'

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

/**
 * The weighted search vector of an edition: headline before summary before body, and the ids of what it is about, so that a reader finds it by
 * any name that a register knows.
 */
export function searchVector(edition: LiveEdition): RawBuilder<string> {
  const stemmer = stemmerOf(edition.language)
  const part = (text: string, weight: 'A' | 'B' | 'C') =>
    sql`setweight(to_tsvector(${stemmer}::regconfig, ${fold(text)}), ${sql.lit(weight)})`
  return sql<string>`${part(edition.headline, 'A')} || ${part(edition.summary, 'B')} || ${part(bodyText(edition.body), 'C')}
    || array_to_tsvector(${aboutOf(edition)}::text[])`
}

const longestDraft = 100_000

/**
 * The same of a revision, for an insert or update of `newsroom.edition`. Its body counts up to 100,000 characters: what readers see may stand
 * beside it in one vector.
 */
export function revisionVector(language: string | RawBuilder<string>, content: RevisionContent): RawBuilder<string> {
  const stemmer = typeof language === 'string' ? sql`${stemmerOf(language)}` : sql`(${stemmerInSql(language)})`
  const part = (text: string, weight: 'A' | 'B' | 'C') =>
    sql`setweight(to_tsvector(${stemmer}::regconfig, ${fold(text)}), ${sql.lit(weight)})`
  const about = aboutOf({
    section_id: content.section,
    project_ids: content.projects,
    place_codes: content.places,
    topic_ids: content.topics,
    person_ids: content.people,
    activity: content.activity,
    published_on: '',
  })
  return sql<string>`${part(content.headline, 'A')} || ${part(content.summary, 'B')}
    || ${part(bodyText(content.body).slice(0, longestDraft), 'C')} || array_to_tsvector(${about}::text[])`
}

function stemmerInSql(language: RawBuilder<string>): RawBuilder<string> {
  const cases = Object.entries(stemmers).map(([tag, stemmer]) => sql`when ${sql.lit(tag)} then ${sql.lit(stemmer)}`)
  return sql<string>`case split_part(${language}, '-', 1) ${sql.join(cases, sql` `)} else 'simple' end`
}

/** What a story is about, as its search vector has it: `topic=…`, `place=…`, `person=…`. */
export function aboutOf(edition: About): string[] {
  const facets = facetsOf(edition).filter((facet) => facet.includes('=') && !facet.startsWith('year='))
  const organisations = organisationsOf(edition.activity).map((id) => `organisation=${id}`)
  return [...new Set([...facets, ...edition.person_ids.map((id) => `person=${id}`), ...organisations])]
}

type About = Parameters<typeof facetsOf>[0] & Pick<LiveEdition, 'person_ids' | 'activity'>

function organisationsOf(activity: unknown): string[] {
  if (typeof activity !== 'object' || activity === null) return []
  return [...('organisers' in activity ? idsIn(activity.organisers) : []), ...('partners' in activity ? idsIn(activity.partners) : [])]
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])
