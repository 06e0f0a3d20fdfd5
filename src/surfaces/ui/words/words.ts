import type { CalloutKind } from '#newsroom/stories/body.ts'
import type { EmbedKind } from '#newsroom/stories/embed-providers.ts'

/** Everything the site says by itself, in one language. Counts are functions because languages count differently. */
export type Words = {
  skipToContent: string
  mainMenu: string
  languages: string
  front: string
  news: string
  allNews: string
  projects: string
  search: string
  searchFor: string
  demo: string
  sections: string
  latest: string
  section: string
  project: string
  place: string
  places: string
  topic: string
  topics: string
  year: string
  any: string
  narrowBy: string
  narrow: string
  clear: string
  stories: (count: number) => string
  moreThan: (count: number) => string
  page: (page: number, pages: number) => string
  pages: string
  newer: string
  older: string
  nothingHere: string
  resultsFor: (query: string) => string
  /** That nothing matches a query, which is quoted already, and what to try. */
  nothingFor: (quoted: string) => string
  newestFirst: string
  by: string
  updated: string
  correction: string
  machineMade: string
  machineMadeText: string
  facts: string
  activity: string
  /** By the type that an activity has in the archive; a newsroom may have others. */
  activityTypes: Readonly<Record<string, string>>
  dates: string
  online: string
  participants: string
  organisers: string
  partners: string
  funders: string
  grant: string
  people: string
  alsoIn: string
  related: string
  aboutProject: string
  objectives: string
  status: string
  planned: string
  running: string
  closed: string
  projectEnded: string
  archivedEntry: string
  contact: string
  website: string
  mapOf: (places: string) => string
  fundedBy: (funders: string) => string
  goneTitle: string
  endedOn: (day: string) => string
  goneText: string
  notFoundTitle: string
  notFoundText: string
  unavailableTitle: string
  unavailableText: string
  newestStories: string
  feeds: string
  archive: string
  /** What stands around the nodes of a body. */
  notes: string
  note: (number: number) => string
  backToText: (number: number) => string
  table: (number: number) => string
  callouts: Readonly<Record<CalloutKind, string>>
  embeds: Readonly<Record<EmbedKind, (provider: string) => string>>
  loads: Readonly<Record<EmbedKind, (provider: string) => string>>
}
