import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Register, RegisterName } from '../entries/field.ts'

export const uses = ['stories', 'drafts', 'projects', 'organisations', 'people', 'within', 'rules', 'members'] as const
export type Use = (typeof uses)[number]

/** What refers to an entry, or to what was merged into it, counted as it is read now; what does not at all is left out. */
export async function countUses(db: Reader, register: Register, id: string): Promise<{ use: Use; n: number }[]> {
  const counts = countsOf(register.name, id, everNamed(register, id))
  const { rows } = await sql<Record<string, string | number>>`select ${sql.join(
    Object.entries(counts).map(([use, count]) => sql`(${count}) as ${sql.ref(use)}`),
  )}`.execute(db)
  return uses.flatMap((use) => {
    const n = Number(rows[0]?.[use] ?? 0)
    return n > 0 ? [{ use, n }] : []
  })
}

/** The names under which what is read as this entry was written down: a merge is read, not written. None for what was itself merged. */
const everNamed = (register: Register, id: string): RawBuilder<unknown> => sql`(
  select named.${sql.ref(register.key)} from ${sql.table(register.table)} named
  where coalesce(named.stands_for, named.${sql.ref(register.key)}) = ${id}::${sql.raw(register.key === 'id' ? 'uuid' : 'text')})`

const facets: Readonly<Record<RegisterName, string>> = {
  sections: 'section',
  projects: 'project',
  organisations: 'organisation',
  places: 'place',
  topics: 'topic',
  people: 'person',
}

function countsOf(register: RegisterName, id: string, named: RawBuilder<unknown>): Partial<Record<Use, RawBuilder<unknown>>> {
  const about = `'${facets[register]}=${id.replaceAll("'", "''")}'`
  const stories = { stories: sql`select count(distinct story_id) from live.edition where search @@ ${about}::tsquery` }
  switch (register) {
    case 'sections':
      return {
        ...stories,
        drafts: sql`select count(*) from newsroom.edition where section_id in ${named}`,
        members: sql`select count(*) from newsroom.member where sections && array${named}`,
      }
    case 'projects':
      return {
        ...stories,
        drafts: sql`select count(*) from newsroom.edition where project_ids && array${named}`,
        rules: sql`select count(*) from newsroom.visibility_rule where project_id in ${named}`,
        members: sql`select count(*) from newsroom.member where projects && array${named}`,
      }
    case 'organisations':
      return {
        ...stories,
        projects: projectsIn(sql`(
          select project_id from newsroom.project_funder where organisation_id in ${named}
          union select project_id from newsroom.project_partner where organisation_id in ${named})`),
        people: sql`select count(*) from newsroom.person where merged_into is null and organisation_id in ${named}`,
        rules: sql`select count(*) from newsroom.visibility_rule where funder_id in ${named}`,
      }
    case 'places':
      return {
        ...stories,
        projects: projectsIn(sql`(select project_id from newsroom.project_place where place_code in ${named})`),
        organisations: sql`select count(*) from newsroom.organisation where merged_into is null and country in ${named}`,
        within: sql`select count(*) from newsroom.place where merged_into is null and within in ${named}`,
      }
    case 'topics':
      return {
        ...stories,
        projects: projectsIn(sql`(select project_id from newsroom.project_topic where topic_id in ${named})`),
        within: sql`select count(*) from newsroom.topic where merged_into is null and within in ${named}`,
      }
    case 'people':
      return stories
  }
}

/** Projects that were merged say nothing of their own any more. */
const projectsIn = (ids: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select count(*) from newsroom.project where merged_into is null and id in ${ids}`
