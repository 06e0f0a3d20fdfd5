import type { Reader } from '#platform/database/database.ts'

/** Whether a second pair of eyes is needed in a section, or where a story has none. */
export async function readSecondPairRule(db: Reader, section: string | null): Promise<boolean> {
  const row = section
    ? await db.selectFrom('newsroom.section').select('needs_second_pair').where('id', '=', section).executeTakeFirst()
    : await db.selectFrom('newsroom.settings').select('needs_second_pair').executeTakeFirst()
  return row?.needs_second_pair ?? false
}
