import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Register, RegisterName } from '../entries/field.ts'

export const uses = ['stories', 'drafts', 'projects', 'organisations', 'people', 'within', 'rules', 'members'] as const
export type Use = (typeof uses)[number]

/** What refers to an entry, counted; what does not at all is left out. */
export async function countUses(db: Reader, register: Register, id: string): Promise<{ use: Use; n: number }[]> {
  const counts = countsOf(register.name, id)
  const { rows } = await sql<Record<string, string | number>>`select ${sql.join(
    Object.entries(counts).map(([use, count]) => sql`(${count}) as ${sql.ref(use)}`),
  )}`.execute(db)
  return uses.flatMap((use) => {
    const n = Number(rows[0]?.[use] ?? 0)
    return n > 0 ? [{ use, n }] : []
  })
}

const facets: Readonly<Record<RegisterName, string>> = {
  sections: 'section',
  projects: 'project',
  organisations: 'organisation',
  places: 'place',
  topics: 'topic',
  people: 'person',
}

function countsOf(register: RegisterName, id: string): Partial<Record<Use, RawBuilder<unknown>>> {
  const about = `'${facets[register]}=${id.replaceAll("'", "''")}'`
  const stories = { stories: sql`select count(distinct story_id) from live.edition where search @@ ${about}::tsquery` }
  switch (register) {
    case 'sections':
      return {
        ...stories,
        drafts: sql`select count(*) from newsroom.edition where section_id = ${id}::uuid`,
        members: sql`select count(*) from newsroom.member where ${id}::uuid = any(sections)`,
      }
    case 'projects':
      return {
        ...stories,
        drafts: sql`select count(*) from newsroom.edition where project_ids && array[${id}::uuid]`,
        rules: sql`select count(*) from newsroom.visibility_rule where project_id = ${id}::uuid`,
        members: sql`select count(*) from newsroom.member where ${id}::uuid = any(projects)`,
      }
    case 'organisations':
      return {
        ...stories,
        projects: sql`select count(distinct project_id) from (
          select project_id from newsroom.project_funder where organisation_id = ${id}::uuid
          union select project_id from newsroom.project_partner where organisation_id = ${id}::uuid) p`,
        people: sql`select count(*) from newsroom.person where organisation_id = ${id}::uuid`,
        rules: sql`select count(*) from newsroom.visibility_rule where funder_id = ${id}::uuid`,
      }
    case 'places':
      return {
        ...stories,
        projects: sql`select count(*) from newsroom.project_place where place_code = ${id}`,
        organisations: sql`select count(*) from newsroom.organisation where country = ${id}`,
        within: sql`select count(*) from newsroom.place where within = ${id}`,
      }
    case 'topics':
      return {
        ...stories,
        projects: sql`select count(*) from newsroom.project_topic where topic_id = ${id}::uuid`,
        within: sql`select count(*) from newsroom.topic where within = ${id}::uuid`,
      }
    case 'people':
      return stories
  }
}
