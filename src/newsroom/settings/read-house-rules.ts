import type { Reader } from '#platform/database/database.ts'

import type { HouseRules } from './house-rules.ts'
import { levelsFrom, styleSchema } from './house-rules.ts'

export async function readHouseRules(db: Reader): Promise<HouseRules> {
  const row = await db
    .selectFrom('newsroom.settings')
    .select(['check_levels', 'house_style', 'needs_second_pair'])
    .executeTakeFirstOrThrow()
  return {
    levels: levelsFrom(row.check_levels),
    style: styleSchema.safeParse(row.house_style).data ?? [],
    needsSecondPair: row.needs_second_pair,
  }
}
