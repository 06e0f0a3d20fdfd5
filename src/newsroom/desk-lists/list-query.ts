import type { EditionState } from '../stories/story.ts'

/** In which order a list runs: last saved first, last released first, or what matches the words best first. */
export const listOrders = ['saved', 'released', 'match'] as const
export type ListOrder = (typeof listOrders)[number]

/** A line's place in an order: the key that it stands under, as the archive writes it, and its edition. */
export type ListPlace = { key: string; edition: string }

/** What narrows a list of the desk; each is absent where it does not. */
export type ListFilter = {
  state?: EditionState
  /** Words of the text, of a draft or of what readers see. */
  text?: string
  isOwn?: boolean
  language?: string
  /** A section's id, or none. */
  section?: string | null
  project?: string
  place?: string
  topic?: string
  /** Whom it is about. */
  person?: string
  /** Who organised what it tells of, or took part as a partner. */
  organisation?: string
  /** Whom something is asked of and not done yet. */
  assignee?: string
  /** Who filed it. */
  author?: string
  /** First released at this moment or later, and before that one. */
  releasedFrom?: Date
  releasedBefore?: Date
  /** Its source has changed where it has not followed. */
  isStale?: boolean
}

export type ListQuery = ListFilter & {
  order?: ListOrder
  /** The page after a place, or the one before it. */
  after?: ListPlace
  before?: ListPlace
  /** How many at once; thirty unless told. */
  atMost?: number
}
