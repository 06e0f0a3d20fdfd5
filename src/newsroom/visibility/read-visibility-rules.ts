import { z } from 'zod'

import type { Reader } from '#platform/database/database.ts'

import { emblemSchema } from './emblem.ts'
import type { HeldVisibilityRule } from './visibility-rule.ts'
import { statementPlaces } from './visibility-rule.ts'

const placesSchema = z.array(z.enum(statementPlaces))
const emblemsSchema = z.array(emblemSchema)

/** The rules, in the order in which the desk lists them, all unless told; readers' pages read them too. */
export async function readVisibilityRules(
  db: Reader,
  { id, after, atMost }: { id?: string; after?: { id: string } | undefined; atMost?: number } = {},
): Promise<HeldVisibilityRule[]> {
  let rules = db
    .selectFrom('live.visibility_rule')
    .select(['id', 'funder_id', 'project_id', 'statement', 'disclaimer', 'places', 'from_day', 'until_day', 'emblems', 'version'])
    .orderBy('id')
  if (id !== undefined) rules = rules.where('id', '=', id)
  if (after) rules = rules.where('id', '>', after.id)
  if (atMost !== undefined) rules = rules.limit(atMost)
  const rows = await rules.execute()
  return rows.map((row) => ({
    id: row.id,
    funder: row.funder_id,
    project: row.project_id,
    statement: row.statement,
    disclaimer: row.disclaimer,
    emblems: emblemsSchema.parse(row.emblems),
    places: placesSchema.parse(row.places),
    from: row.from_day,
    until: row.until_day,
    version: row.version,
  }))
}
