import type { RevisionContent } from '../stories/story.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'

/** One story of an archive, ready to be filed. */
export type BatchItem = {
  /** The identity of the item within all sources: the same key is filed once. */
  key: string
  /** Its old public address, path and query, or null. */
  oldAddress: string | null
  language: string
  content: RevisionContent
  /** When readers first saw it; null where the source does not say. */
  publishedAt: Date | null
  /** Order among items of one moment: higher is newer. */
  rank: number
  /** What its text seems to say, until an editor accepts it. */
  suggestions: Suggestion[]
}
