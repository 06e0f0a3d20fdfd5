import type { Generated } from 'kysely'

export type StoryRow = {
  id: string
  kind: string
  section_id: Generated<string | null>
  origin_address: string | null
  origin_key: string | null
  origin_rank: Generated<number>
  origin_published_at: Generated<Date | null>
  batch_id: string | null
  filed_at: Date
  filed_by: Generated<string | null>
}
export type EditionRow = {
  id: string
  story_id: string
  language: string
  state: string
  revision: number
  headline: Generated<string>
  slug: Generated<string>
  section_id: Generated<string | null>
  project_ids: Generated<string[]>
  saved_at: Date
  saved_by: Generated<string>
  filed_by: Generated<string | null>
  sent_revision: Generated<number | null>
  cleared_revision: Generated<number | null>
  seconded_revision: Generated<number | null>
  counted_from: Generated<number | null>
  shown_revision: Generated<number | null>
  shown_from: Generated<Date | null>
  shown_until: Generated<Date | null>
  planned_for: Generated<Date | null>
  search: Generated<string>
  published_at: Generated<Date | null>
}
export type TranslationRow = {
  edition_id: string
  source_id: string
  made_from: number
  made_by: string
  made_at: Date
  source_revision: number
  target_revision: number
  passages: unknown
  stale_passages: Generated<number>
  waiting_passages: Generated<number>
  machine_passages: Generated<number>
}
export type RevisionRow = {
  edition_id: string
  number: number
  content: unknown
  hash: string
  saved_by: string
  saved_at: Date
  saver_id: Generated<string | null>
  is_autosave: Generated<boolean>
  run_began_at: Generated<Date | null>
  saver_tab: Generated<string | null>
  tab_order: Generated<number | null>
  words_added: Generated<number | null>
  words_removed: Generated<number | null>
  facts_changed: Generated<number | null>
}
export type DeletedDraftRow = {
  edition_id: string
  story_id: string
  is_whole_story: boolean
  language: string
  state: string
  headline: string
  section_id: string | null
  project_ids: Generated<string[]>
  filed_by: string | null
  deleted_at: Date
  deleted_by: string
  deleter_id: string
  rows: Generated<unknown>
}
export type ReleaseRow = {
  id: string
  edition_id: string
  revision: number | null
  kind: string
  from_at: Date
  is_embargoed: Generated<boolean>
  public_note: string | null
  released_by: string
  recorded_at: Date
  called_off_at: Date | null
  releaser_id: Generated<string | null>
  until_at: Generated<Date | null>
}
export type RiverRow = {
  facet: string
  language: string
  published_at: Date
  rank: number
  release_id: string
  visible_from: Date
  visible_until: Date | null
}
export type LiveEditionRow = {
  release_id: string
  edition_id: string
  story_id: string
  language: string
  slug: string
  kind: string
  section_id: string | null
  headline: string
  summary: string
  body: unknown
  byline: string | null
  dateline: unknown
  activity: unknown
  project_ids: string[]
  place_codes: string[]
  topic_ids: string[]
  person_ids: string[]
  corrections: unknown
  published_at: Date
  published_on: string
  modified_at: Date | null
  rank: number
  visible_from: Date
  visible_until: Date | null
  machine_made: boolean
  search: string
  headline_parts: string
}
