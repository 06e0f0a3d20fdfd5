import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

/** The acronyms that a story's page explains in its facts: of its projects, of who funds and joins them, and of who takes part in its activity. */
export async function readExplainedAcronyms(db: Reader, projects: string[], organisations: string[]): Promise<Set<string>> {
  if (projects.length + organisations.length === 0) return new Set()
  const of = sql`${projects}::uuid[]`
  const { rows } = await sql<{ acronym: string }>`
    select acronym from newsroom.project where id = any(${of}) and acronym is not null
    union select shown.acronym from newsroom.organisation said
      join newsroom.organisation shown on shown.id = coalesce(said.stands_for, said.id)
    where shown.acronym is not null and (
      said.id = any(${organisations}::uuid[])
      or said.id in (select organisation_id from newsroom.project_funder where project_id = any(${of}))
      or said.id in (select organisation_id from newsroom.project_partner where project_id = any(${of})))`.execute(db)
  return new Set(rows.map(({ acronym }) => acronym))
}
