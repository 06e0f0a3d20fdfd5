import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readEdition } from '../stories/edition-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'

/** Refuses whoever may not read what a translation was made from: working beside it would tell them its words. */
export async function requireReadableSource(db: Reader, by: Member, { source }: { source: string }): Promise<void> {
  authorize(storyPolicy.readStory(by, await readEdition(db, source)), 'read what this translation was made from')
}
