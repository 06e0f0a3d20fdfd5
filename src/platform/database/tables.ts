import type { Generated } from 'kysely'

/** The archive's tables as TypeScript sees them; db/schema.sql is the truth, db/migrations/ its history. Dates are `YYYY-MM-DD` strings. */
export type Tables = {
  'newsroom.settings': Settings & {
    only_row: Generated<boolean>
    needs_second_pair: Generated<boolean>
    house_style: Generated<unknown>
    check_levels: Generated<unknown>
    navigation: Generated<unknown>
    footer: Generated<unknown>
  }
  'newsroom.logo': LogoRow & { only_row: Generated<boolean>; width: number; height: number }
  'newsroom.old_address': { path: string; edition_id: string | null; target: string | null; added_by: string; added_at: Date }
  'newsroom.missed_address': { path: string; hits: string; first_at: Date; last_at: Date }
  'newsroom.member': MemberRow
  'newsroom.sign_in_session': { id: string; user_id: string; expires_at: Date }
  'newsroom.sign_in_account': { id: string; user_id: string; provider_id: string; account_id: string }
  'newsroom.sign_in_verification': { id: string; expires_at: Date }
  'newsroom.sign_in_link': SignInLinkRow
  'newsroom.tries': { key: string; count: number; ends_at: Date }
  'newsroom.api_key': ApiKeyRow
  'newsroom.api_answer': ApiAnswerRow
  'newsroom.section': SectionRow & EntryRow & { needs_second_pair: Generated<boolean> }
  'newsroom.place': PlaceRow & Omit<EntryRow, 'alternative_names'>
  'newsroom.organisation': OrganisationRow &
    EntryRow & { iati_identifier: Generated<string | null>; ror_identifier: Generated<string | null> }
  'newsroom.topic': TopicRow & EntryRow
  'newsroom.person': PersonRow & EntryRow & { is_public: Generated<boolean> }
  'newsroom.project': ProjectRow & EntryRow
  'newsroom.project_funder': {
    project_id: string
    organisation_id: string
    grant_reference: string | null
    share: number | null
    position: number
  }
  'newsroom.project_partner': { project_id: string; organisation_id: string; role: string | null; position: number }
  'newsroom.project_place': { project_id: string; place_code: string; position: number }
  'newsroom.project_topic': { project_id: string; topic_id: string }
  'newsroom.visibility_rule': VisibilityRow
  'newsroom.former_slug': { register: string; slug: string; entry_id: string; since: Date }
  'newsroom.batch': {
    id: string
    source: string
    format: string | null
    begun_at: Date
    sections: Generated<string[]>
    ended_at: Date | null
    undone_at: Date | null
  }
  'newsroom.story': StoryRow
  'newsroom.edition': EditionRow
  'newsroom.revision': RevisionRow
  'newsroom.translation': TranslationRow
  'newsroom.suggestion': { story_id: string; facts: unknown }
  'newsroom.release': ReleaseRow
  'newsroom.kept_revision': { edition_id: string; number: number; name: string | null; kept_by: string; kept_at: Date }
  'newsroom.pen': { edition_id: string; member_id: string; member_name: string; tab: string; taken_at: Date; expires_at: Date }
  'newsroom.step': StepRow
  'newsroom.comment': CommentRow
  'newsroom.assignment': AssignmentRow
  'newsroom.private_link': PrivateLinkRow
  'newsroom.private_answer': {
    id: string
    link_id: string
    name: string
    verdict: string
    words: string
    revision_hash: string
    at: Date
  }
  'newsroom.notice': NoticeRow
  'newsroom.saved_view': SavedViewRow
  'newsroom.change': ChangeRow
  'newsroom.change_item': ChangeItemRow
  'newsroom.audit': AuditRow
  'live.edition': LiveEditionRow
  'live.river': RiverRow
  'live.river_count': { facet: string; language: string; stories: number }
  'live.address': { path: string; edition_id: string; since: Date }
  'live.withdrawal': { edition_id: string; headline: string; language: string; reason: string; withdrawn_at: Date }
  'live.upcoming': { tag: string; at: Date; release_id: string }
  'live.settings': Settings & { navigation: unknown; footer: unknown; logo: unknown }
  'live.logo': LogoRow
  'live.redirect': { path: string; target: string }
  'live.section': SectionRow & LiveEntryRow
  'live.place': PlaceRow & LiveEntryRow
  'live.organisation': OrganisationRow & LiveEntryRow & { iati_identifier: string | null; ror_identifier: string | null }
  'live.topic': TopicRow & LiveEntryRow
  'live.person': PersonRow & LiveEntryRow
  'live.visibility_rule': VisibilityRow
  'live.project': ProjectRow & LiveEntryRow & { funders: unknown; partners: unknown; place_codes: string[]; topic_ids: string[] }
  'live.merged_entry': { register: string; id: string; into_id: string; slug: string; names: string[] }
  'live.former_slug': { register: string; slug: string; entry_id: string }
}

/** Text by BCP 47 language. */
export type Translated = { [language: string]: string }

type LogoRow = { type: string; bytes: Uint8Array; hash: string }
type Settings = { name: Translated; tagline: Translated; languages: string[]; time_zone: string; accent: string; is_demo: boolean }
/** What every entry of a register has beside its facts. */
type EntryRow = {
  alternative_names: Generated<string[]>
  version: Generated<number>
  archived_at: Generated<Date | null>
  merged_into: Generated<string | null>
  stands_for: Generated<string | null>
}
type LiveEntryRow = { alternative_names: string[]; is_archived: boolean }
type SectionRow = { id: string; slug: string; name: Translated; position: number }
type PlaceRow = {
  code: string
  kind: string
  within: string | null
  name: Translated
  alternative_names: string[]
  latitude: number | null
  longitude: number | null
}
type OrganisationRow = {
  id: string
  slug: string
  name: Translated
  acronym: string | null
  kind: string
  country: string | null
  site: string | null
}
type TopicRow = { id: string; slug: string; name: Translated; within: string | null }
type PersonRow = { id: string; slug: string; name: Translated; role: Translated; organisation_id: string | null }
type ProjectRow = {
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
type VisibilityRow = {
  id: string
  funder_id: string
  project_id: string | null
  statement: Translated
  disclaimer: Translated | null
  places: string[]
  from_day: string | null
  until_day: string | null
}
type MemberRow = {
  id: string
  email: string
  role: string
  created_at: Date
  name: string
  state: Generated<string>
  projects: Generated<string[] | null>
  sections: Generated<string[] | null>
  languages: Generated<string[] | null>
  mail_wish: Generated<string>
  language: Generated<string | null>
  signed_in_at: Generated<Date | null>
  role_from_groups: Generated<boolean>
  has_codes: Generated<boolean>
}
type SignInLinkRow = {
  token_hash: string
  member_id: string
  purpose: string
  made_at: Date
  expires_at: Date
  used_at: Generated<Date | null>
}
type StoryRow = {
  id: string
  kind: string
  section_id: string | null
  origin_address: string | null
  origin_key: string | null
  origin_rank: Generated<number>
  batch_id: string | null
  filed_at: Date
  filed_by: Generated<string | null>
}
type EditionRow = {
  id: string
  story_id: string
  language: string
  state: string
  revision: number
  headline: Generated<string>
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
type TranslationRow = {
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
type StepRow = {
  id: string
  edition_id: string
  revision: number
  act: string
  member_id: string | null
  member_name: string
  at: Date
  reason: Generated<string | null>
  looked_by: Generated<string | null>
  looked_at: Generated<Date | null>
}
type CommentRow = {
  id: string
  edition_id: string
  thread_id: string
  revision: number
  anchor: unknown
  member_id: string | null
  member_name: string
  words: string
  mentions: Generated<string[]>
  at: Date
  resolved_at: Generated<Date | null>
  resolved_by: Generated<string | null>
}
type AssignmentRow = {
  id: string
  edition_id: string
  member_id: string
  task: string
  due_on: string | null
  given_by: string
  given_at: Date
  done_at: Generated<Date | null>
}
type PrivateLinkRow = {
  id: string
  token_hash: string
  edition_id: string
  revision: number
  for_whom: string
  made_by: string
  made_by_name: string
  made_at: Date
  expires_at: Date
  revoked_at: Generated<Date | null>
}
type SavedViewRow = {
  id: string
  member_id: string
  name: string
  query: string
  is_shared: boolean
  saved_by: string
  saved_at: Date
}
type ChangeRow = {
  id: string
  member_id: string
  member_name: string
  what: unknown
  begun_at: Date
  undone_at: Generated<Date | null>
  undone_by: Generated<string | null>
}
type ChangeItemRow = {
  change_id: string
  edition_id: string
  outcome: Generated<string>
  reason: Generated<string | null>
  revision_before: Generated<number | null>
  revision_after: Generated<number | null>
  state_before: Generated<string | null>
  assignment_id: Generated<string | null>
}
type NoticeRow = {
  id: string
  member_id: string
  edition_id: string | null
  kind: string
  by_name: string
  words: string
  at: Date
  seen_at: Generated<Date | null>
  mailed_at: Generated<Date | null>
  mail_tries: Generated<number>
  mail_after: Generated<Date | null>
}
type ApiKeyRow = {
  id: string
  member_id: string
  name: string
  prefix: string
  token_hash: string
  scopes: string[]
  made_at: Date
  made_by: string
  expires_at: Date
  last_used_at: Generated<Date | null>
  revoked_at: Generated<Date | null>
  revoked_by: Generated<string | null>
}
type ApiAnswerRow = {
  key_id: string
  idempotency_key: string
  request_hash: string
  status: Generated<number | null>
  headers: Generated<unknown>
  body: Generated<string | null>
  expires_at: Date
}
type AuditRow = {
  id: string
  at: Date
  member_id: string | null
  member_name: string
  act: string
  kind: string
  object_id: string
  name: string
  details: unknown
  surface: string
  address: string | null
}
type RevisionRow = {
  edition_id: string
  number: number
  content: unknown
  hash: string
  saved_by: string
  saved_at: Date
  name: string | null
  saver_id: Generated<string | null>
  is_autosave: Generated<boolean>
  run_began_at: Generated<Date | null>
  saver_tab: Generated<string | null>
  tab_order: Generated<number | null>
}
type ReleaseRow = {
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
type RiverRow = {
  facet: string
  language: string
  published_at: Date
  rank: number
  release_id: string
  visible_from: Date
  visible_until: Date | null
}
type LiveEditionRow = {
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
  source_language: string | null
  machine_made: boolean
  search: string
}
