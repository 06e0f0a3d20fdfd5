import { z } from 'zod'

import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'

export const ofEdition = z.object({ edition: z.uuid() })

/** An edition that a member may read; refused where they may not. */
export async function readable(newsroom: Newsroom, by: Member, edition: string): Promise<HeldEdition> {
  const found = await readEdition(newsroom.db.writer, edition)
  authorize(storyPolicy.readStory(by, found), 'read this story')
  return found
}

/** The same without what was not said. */
export function given<Said extends object>(said: Said): { [Name in keyof Said]?: Exclude<Said[Name], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as ReturnType<typeof given<Said>>
}
