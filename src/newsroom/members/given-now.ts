import { sql } from 'kysely'

/** What is given to a member, with the entries that those were merged into since: who was given a project keeps it under its new name. */
export function givenNow(what: 'projects' | 'sections') {
  const table = sql.table(what === 'projects' ? 'newsroom.project' : 'newsroom.section')
  const ids = sql.ref(what)
  return sql<string[] | null>`case when ${ids} is not null then ${ids} || array(
    select stands_for from ${table} merged where merged.id = any(${ids}) and stands_for <> all(${ids})) end`.as(what)
}
