import type { Reader } from '#platform/database/database.ts'

import type { KnownMember } from './list-members.ts'
import { listMembers } from './list-members.ts'
import { mentionedIn } from './mentioned-in.ts'

/** The active members whom a text mentions. */
export async function findMentioned(db: Reader, words: string): Promise<KnownMember[]> {
  if (!words.includes('@')) return []
  const members = await listMembers(db)
  return mentionedIn(
    words,
    members.filter(({ state }) => state === 'active'),
  )
}
