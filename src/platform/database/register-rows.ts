import type { Generated } from 'kysely'

/** Text by BCP 47 language. */
export type Translated = { [language: string]: string }
export type LogoRow = { type: string; bytes: Uint8Array; hash: string }
export type Settings = { name: Translated; tagline: Translated; languages: string[]; time_zone: string; accent: string; is_demo: boolean }
/** What every entry of a register has beside its facts. */
export type EntryRow = {
  alternative_names: Generated<string[]>
  version: Generated<number>
  archived_at: Generated<Date | null>
  merged_into: Generated<string | null>
  stands_for: Generated<string | null>
}
export type LiveEntryRow = { alternative_names: string[]; is_archived: boolean }
export type SectionRow = { id: string; slug: string; name: Translated; position: number }
export type PlaceRow = {
  code: string
  kind: string
  within: string | null
  name: Translated
  alternative_names: string[]
  latitude: number | null
  longitude: number | null
}
export type OrganisationRow = {
  id: string
  slug: string
  name: Translated
  acronym: string | null
  kind: string
  country: string | null
  site: string | null
}
export type TopicRow = { id: string; slug: string; name: Translated; within: string | null }
export type PersonRow = { id: string; slug: string; name: Translated; role: Translated; organisation_id: string | null }
export type ProjectRow = {
  id: string
  slug: string
  acronym: string | null
  title: Translated
  description: Translated
  objectives: { [language: string]: string[] }
  starts: string | null
  ends: string | null
  status: string
  contact: string | null
  iati_identifier: string | null
}
export type VisibilityRow = {
  id: string
  funder_id: string
  project_id: string | null
  statement: Translated
  disclaimer: Translated | null
  places: string[]
  from_day: string | null
  until_day: string | null
}
