import type { Reader } from '#platform/database/database.ts'

/** Whether a second pair of eyes is needed in a section, or where a story has none. */
export async function readSecondPairRule(db: Reader, section: string | null): Promise<boolean> {
  const row = section
    ? await db.selectFrom('newsroom.section').select('needs_second_pair').where('id', '=', section).executeTakeFirst()
    : await db.selectFrom('newsroom.settings').select('needs_second_pair').executeTakeFirst()
  return row?.needs_second_pair ?? false
}

/** The sections in which a second pair of eyes is needed. */
export async function listSecondPairSections(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('newsroom.section').select('id').where('needs_second_pair', '=', true).execute()
  return rows.map(({ id }) => id)
}
