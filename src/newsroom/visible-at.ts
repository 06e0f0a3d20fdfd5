import type { SqlBool } from 'kysely'
import { sql } from 'kysely'

/** Whether readers have, at a moment, what a query calls `name`: from its first instant on, up to its end and not at it. */
export const visibleAt = (now: Date, name: 'edition' | 'river' | 'live') =>
  sql<SqlBool>`(${sql.ref(`${name}.visible_from`)} <= ${now} and (${sql.ref(`${name}.visible_until`)} is null or ${sql.ref(`${name}.visible_until`)} > ${now}))`
