import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { storyPolicy } from '../stories/story-policy.ts'
import { lineOf, readableLines } from './edition-line.ts'
import type { StoryChange } from './story-change.ts'

/** How many stories a change is of, and how many of them are before readers, who see it at once. */
export type ChangeWeight = { stories: number; seen: number }

const manyStories = 20

/** What a change would touch, counted before it is made; each story is judged anew when its turn comes. */
export async function weighChange(
  db: Reader,
  member: Member,
  { editions, change }: { editions: string[]; change: StoryChange },
  now: Date,
): Promise<ChangeWeight> {
  if (editions.length === 0) return { stories: 0, seen: 0 }
  const rows = await readableLines(db, member).select('edition.filed_by').where('edition.id', 'in', editions).execute()
  if (change.kind === 'assign') return { stories: rows.length, seen: 0 }
  const seen = rows.filter((row) => {
    const { state, section, projects, language, hasDraftWaiting, shownFrom, shownUntil } = lineOf(row, now)
    const isSeen = shownFrom !== null && shownFrom <= now && (shownUntil === null || shownUntil > now)
    return isSeen && !hasDraftWaiting && storyPolicy.releaseStory(member, { state, section, projects, language, filedBy: row.filed_by })
  })
  return { stories: rows.length, seen: seen.length }
}

/** Whoever changes many stories, or what readers see, is asked once more. */
export const wantsAsking = ({ stories, seen }: ChangeWeight): boolean => stories > manyStories || seen > 0
