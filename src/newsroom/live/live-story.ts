import type { Translated } from '#platform/database/register-rows.ts'

import type { Settings } from '../settings/settings.ts'
import type { Body } from '../stories/body.ts'
import type { Activity, Correction, Dateline } from '../stories/story.ts'
import type { Emblem } from '../visibility/emblem.ts'

export type LiveSettings = Settings

/** Other names that it goes by, and whether it is no longer chosen for new stories. */
type LiveEntry = { alternativeNames: string[]; isArchived: boolean }

export type LiveSection = LiveEntry & { slug: string; name: Translated }
export type LiveTopic = LiveEntry & { slug: string; name: Translated; within: string | null }
export type LivePerson = LiveEntry & { slug: string; name: Translated; role: Translated }
/** `code` is ISO 3166-1 alpha-2, UN M49, or `city/{country}/{slug}`; an empty `name` leaves naming to CLDR. */
export type LivePlace = LiveEntry & {
  code: string
  kind: 'country' | 'region' | 'city'
  within: string | null
  name: Translated
  latitude: number | null
  longitude: number | null
}
/** An organisation as it stands beside what it funds or joins. */
export type LiveParty = { slug: string; name: Translated; acronym: string | null; site: string | null }
export type LiveOrganisation = LiveEntry & LiveParty
export type LiveFunder = LiveParty & { id: string; grantReference: string | null; share: number | null }
export type LivePartner = LiveParty & { role: string | null }

/** A project's card. */
export type LiveProjectCard = { slug: string; acronym: string | null; title: Translated; status: 'planned' | 'running' | 'closed' }

/** A project's page. Dates are `YYYY-MM-DD`. */
export type LiveProject = LiveEntry &
  LiveProjectCard & {
    description: Translated
    objectives: { [language: string]: string[] }
    starts: string | null
    ends: string | null
    contact: string | null
    funders: LiveFunder[]
    partners: LivePartner[]
    places: LivePlace[]
  }

/** A story in a river: its headline, not its body. `publishedOn` is the day in the newsroom's zone. */
export type RiverItem = {
  story: string
  language: string
  slug: string
  headline: string
  summary: string
  publishedAt: Date
  publishedOn: string
  modifiedAt: Date | null
  section: LiveSection | null
  projects: LiveProjectCard[]
  places: LivePlace[]
}

/** A story as its page tells it. */
export type LiveStory = RiverItem & {
  kind: string
  body: Body
  byline: string | null
  dateline: Dateline | null
  activity: LiveActivity | null
  projectsInFull: LiveProject[]
  /** What funders want said at its foot, in the story's language where they say it. */
  statements: LiveStatement[]
  topics: LiveTopic[]
  people: LivePerson[]
  corrections: Correction[]
  /** A machine translated some of it and nobody has reviewed that. */
  isMachineMade: boolean
  /** The same story in other languages. */
  editions: { language: string; slug: string; headline: string }[]
  related: RiverItem[]
}

export type LiveActivity = Omit<Activity, 'place' | 'organisers' | 'partners'> & {
  place: LivePlace | null
  organisers: LiveOrganisation[]
  partners: LiveOrganisation[]
}

/** What a funder wants said and shown. `covers` are the projects (slugs) that it is said for. */
export type LiveStatement = {
  /** Id. */
  funder: string
  funderName: Translated
  covers: string[]
  /** Null where the text says it already. */
  statement: SaidWords | null
  disclaimer: SaidWords | null
  emblem: Emblem | null
}

/** `language` is that of the words, which need not be the reader's. */
export type SaidWords = { words: string; language: string }

/** One page of a river, newest first. `pages` is at least 1. */
export type River = { items: RiverItem[]; total: number; page: number; pages: number }

/** What narrows a river. Absent facets do not narrow. */
export type Facets = { section?: string; project?: string; place?: string; topic?: string; year?: string }

/** Search results: ranked when few, newest first when many; `total` stops at `capped`. */
export type SearchResult = { items: RiverItem[]; total: number; isCapped: boolean; page: number; pages: number; isRanked: boolean }
