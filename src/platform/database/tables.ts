import type { Generated } from 'kysely'

import type {
  ApiAnswerRow,
  ApiKeyRow,
  AssignmentRow,
  AuditRow,
  ChangeItemRow,
  ChangeRow,
  CommentRow,
  MemberRow,
  NoticeRow,
  PrivateLinkRow,
  SavedViewRow,
  SignInLinkRow,
  StepRow,
} from './desk-rows.ts'
import type {
  DeletedDraftRow,
  EditionRow,
  LiveEditionRow,
  ReleaseRow,
  RevisionRow,
  RiverRow,
  StoryRow,
  TranslationRow,
} from './story-rows.ts'
import type {
  EntryRow,
  LiveEntryRow,
  LogoRow,
  OrganisationRow,
  PersonRow,
  PlaceRow,
  ProjectRow,
  SectionRow,
  Settings,
  TopicRow,
  VisibilityRow,
} from './register-rows.ts'

/** The archive's tables as TypeScript sees them; db/schema.sql is the truth, db/migrations/ its history. Dates are `YYYY-MM-DD` strings. */
export type Tables = {
  'newsroom.settings': Settings & {
    only_row: Generated<boolean>
    needs_second_pair: Generated<boolean>
    house_style: Generated<unknown>
    check_levels: Generated<unknown>
    navigation: Generated<unknown>
    footer: Generated<unknown>
    version: Generated<number>
    house_rules_version: Generated<number>
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
  'newsroom.visibility_rule': VisibilityRow & { version: Generated<number> }
  'newsroom.emblem': LogoRow & { rule_id: string; language: string; width: number; height: number }
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
  'newsroom.deleted_draft': DeletedDraftRow
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
  'live.settings': Settings & { navigation: unknown; footer: unknown; logo: unknown; version: number }
  'live.logo': LogoRow
  'live.redirect': { path: string; target: string }
  'live.section': SectionRow & LiveEntryRow
  'live.place': PlaceRow & LiveEntryRow
  'live.organisation': OrganisationRow & LiveEntryRow & { iati_identifier: string | null; ror_identifier: string | null }
  'live.topic': TopicRow & LiveEntryRow
  'live.person': PersonRow & LiveEntryRow
  'live.visibility_rule': VisibilityRow & { emblems: unknown; version: number }
  'live.emblem': Pick<LogoRow, 'hash' | 'bytes'>
  'live.project': ProjectRow & LiveEntryRow & { funders: unknown; partners: unknown; place_codes: string[]; topic_ids: string[] }
  'live.merged_entry': { register: string; id: string; into_id: string; slug: string; names: string[] }
  'live.former_slug': { register: string; slug: string; entry_id: string }
}
