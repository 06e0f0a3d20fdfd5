import type { Generated } from 'kysely'

export type MemberRow = {
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
  version: Generated<number>
}
export type SignInLinkRow = {
  token_hash: string
  member_id: string
  purpose: string
  made_at: Date
  expires_at: Date
  used_at: Generated<Date | null>
}
export type StepRow = {
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
export type CommentRow = {
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
export type AssignmentRow = {
  id: string
  edition_id: string
  member_id: string
  task: string
  due_on: string | null
  given_by: string
  given_at: Date
  done_at: Generated<Date | null>
}
export type PrivateLinkRow = {
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
export type SavedViewRow = {
  id: string
  member_id: string
  name: string
  query: string
  is_shared: boolean
  saved_by: string
  saved_at: Date
}
export type ChangeRow = {
  id: string
  member_id: string
  member_name: string
  what: unknown
  begun_at: Date
  undone_at: Generated<Date | null>
  undone_by: Generated<string | null>
}
export type ChangeItemRow = {
  change_id: string
  edition_id: string
  outcome: Generated<string>
  reason: Generated<string | null>
  revision_before: Generated<number | null>
  revision_after: Generated<number | null>
  assignment_id: Generated<string | null>
}
export type NoticeRow = {
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
export type ApiKeyRow = {
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
export type ApiAnswerRow = {
  key_id: string
  idempotency_key: string
  request_hash: string
  status: Generated<number | null>
  headers: Generated<unknown>
  body: Generated<string | null>
  expires_at: Date
}
export type AuditRow = {
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
  search: Generated<string>
}
