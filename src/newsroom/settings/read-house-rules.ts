import type { Reader } from '#platform/database/database.ts'

import type { HouseRules } from './house-rules.ts'
import { levelsFrom, styleSchema } from './house-rules.ts'

export async function readHouseRules(db: Reader): Promise<HouseRules> {
  const columns = ['check_levels', 'house_style', 'needs_second_pair'] as const
  return houseRulesFrom(await db.selectFrom('newsroom.settings').select(columns).executeTakeFirstOrThrow())
}

export function houseRulesFrom(row: { check_levels: unknown; house_style: unknown; needs_second_pair: boolean }): HouseRules {
  return {
    levels: levelsFrom(row.check_levels),
    style: styleSchema.safeParse(row.house_style).data ?? [],
    needsSecondPair: row.needs_second_pair,
  }
}
