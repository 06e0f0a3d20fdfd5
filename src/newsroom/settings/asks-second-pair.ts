import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import { readSecondPairRule } from './read-second-pair-rule.ts'

type Subject = { id: string; section: string | null; countedFrom: number | null }

/**
 * Whether a text wants a second pair of eyes: its section does, or one that it has stood in since a second person last stood by it. Moving a text
 * out of a section does not take it out of that section's rule.
 */
export async function asksSecondPair(db: Reader, edition: Subject, section: string | null = edition.section): Promise<boolean> {
  for (const place of new Set([section, ...(await placesOf(db, edition))])) if (await readSecondPairRule(db, place)) return true
  return false
}

async function placesOf(db: Reader, edition: Subject): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('newsroom.revision')
    .select(sql<string | null>`content ->> 'section'`.as('section'))
    .distinct()
    .where('edition_id', '=', edition.id)
    .where('number', '>=', edition.countedFrom ?? 1)
    .execute()
  return rows.map((row) => row.section)
}
