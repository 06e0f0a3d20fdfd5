import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Member } from './member.ts'

/** The condition that a member may read an edition (aliased `edition`); the policy of stories says the same of one. */
export function readable(member: Member) {
  return member.role === 'contributor' ? sql<SqlBool>`(edition.filed_by = ${member.id}::uuid or ${given(member)})` : sql<SqlBool>`true`
}

/** The condition that an edition (aliased `edition`) lies in what is given to a member; `isGiven` says the same of one. */
export function given(member: Member) {
  const conditions = [
    ...(member.projects ? [sql<SqlBool>`edition.project_ids && ${member.projects}::uuid[]`] : []),
    ...(member.sections ? [sql<SqlBool>`edition.section_id = any(${member.sections}::uuid[])`] : []),
    ...(member.languages ? [sql<SqlBool>`edition.language = any(${member.languages}::text[])`] : []),
  ]
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}
