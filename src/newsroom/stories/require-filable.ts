import type { Transaction } from '#platform/database/database.ts'

import { RefusedInput } from '../refused-input.ts'
import { requirePublished } from '../settings/require-published.ts'

/** Refuses a language that the newsroom does not publish in, and a section that the registers do not know. */
export async function requireFilable(tx: Transaction, { language, section }: { language: string; section: string | null }): Promise<void> {
  await requirePublished(tx, language)
  if (section === null) return
  const known = await tx.selectFrom('newsroom.section').select('id').where('id', '=', section).executeTakeFirst()
  if (!known)
    throw new RefusedInput('unknown-reference', 'The story cannot be filed', [{ path: ['section'], problem: 'not-known', values: {} }])
}
