import type { Body } from './body.ts'

export const storyKinds = ['news', 'feature', 'interview', 'statement', 'press release', 'event report', 'announcement'] as const
export type StoryKind = (typeof storyKinds)[number]

export const editionStates = ['draft', 'in review', 'cleared', 'scheduled', 'released', 'withdrawn'] as const
/** Where the latest revision stands; readers may see an earlier one meanwhile. */
export type EditionState = (typeof editionStates)[number]

export function editionState(said: string): EditionState {
  return editionStates.find((state) => state === said) ?? 'draft'
}

/** Where and when a text was written: "CHIȘINĂU, 17 March 2023". */
export type Dateline = { place: string; date: string | null }

/** What happened: a workshop, a study visit… ('' where nobody has said it yet); dates are `YYYY-MM-DD`, both ends included. */
export type Activity = {
  type: string
  name: string | null
  starts: string | null
  ends: string | null
  place: string | null
  isOnline: boolean
  organisers: string[]
  partners: string[]
  participants: number | null
}

/** Everything an edition and its story say: what one revision holds. References are ids; places are codes. */
export type RevisionContent = {
  kind: StoryKind
  slug: string
  headline: string
  summary: string
  body: Body
  byline: string | null
  dateline: Dateline | null
  section: string | null
  projects: string[]
  places: string[]
  topics: string[]
  people: string[]
  activity: Activity | null
  /** What search engines and previews show instead of the headline and the summary. */
  searchTitle: string | null
  searchDescription: string | null
}

/** A correction as readers see it: what was wrong and when it was mended. */
export type Correction = { at: string; note: string }
