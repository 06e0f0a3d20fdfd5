import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { CheckLevels } from '../checks/finding.ts'
import type { StyleEntry } from '../checks/check-house-style.ts'
import { houseRulesFrom } from '../settings/read-house-rules.ts'

/** The house rules as they are changed, with the version by which a change says what it was made from. */
export type HeldHouseRules = {
  levels: CheckLevels
  style: StyleEntry[]
  /** Where a second pair of eyes is needed: the sections, and stories that have none. */
  secondPair: { sections: string[]; withoutSection: boolean }
  version: number
}

/**
 * Reads all of it at one moment. Whether it wants a second pair is said by each section, which the registers change too: their versions are summed
 * up in this one, which so names another state whichever of them is changed. None ever goes back.
 */
export async function readHeldHouseRules(db: Reader): Promise<HeldHouseRules> {
  const row = await db
    .selectFrom('newsroom.settings')
    .select(['check_levels', 'house_style', 'needs_second_pair'])
    .select(sql<string[]>`array(select id from newsroom.section where needs_second_pair order by id)`.as('sections'))
    .select(sql<number>`house_rules_version + (select coalesce(sum(version), 0) from newsroom.section)::int`.as('version'))
    .executeTakeFirstOrThrow()
  const { levels, style, needsSecondPair } = houseRulesFrom(row)
  return { levels, style, secondPair: { sections: row.sections, withoutSection: needsSecondPair }, version: row.version }
}
