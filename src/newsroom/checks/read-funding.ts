import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Funding } from './check-statements.ts'

/** Who pays for some projects. Names are English where there is one: they are for the desk. */
export async function readFunding(db: Reader, projects: string[]): Promise<Funding[]> {
  if (projects.length === 0) return []
  const rows = await db
    .selectFrom('newsroom.project_funder as funder')
    .innerJoin('newsroom.organisation as said', 'said.id', 'funder.organisation_id')
    .innerJoin('newsroom.organisation as organisation', (join) =>
      join.on(sql<SqlBool>`organisation.id = coalesce(said.stands_for, said.id)`),
    )
    .select(['funder.project_id', 'organisation.id as organisation_id', 'organisation.name', 'organisation.acronym'])
    .where('funder.project_id', 'in', projects)
    .orderBy('funder.position')
    .execute()
  return rows.map((row) => ({
    project: row.project_id,
    funder: row.organisation_id,
    name: row.name['en'] ?? Object.values(row.name)[0] ?? row.acronym ?? '',
  }))
}
