import type { RevisionContent } from '#newsroom/stories/story.ts'

/** What the writing form says, field by field; a field that is not ticked or chosen says nothing. */
export type FormValues = { [field: string]: string[] }

/** The writing form of a content: what `contentOfForm` reads back. */
export function fieldsOf(content: RevisionContent): FormValues {
  const { dateline, activity } = content
  const one = (value: string | number | null | undefined): string[] => [value == null ? '' : String(value)]
  return {
    headline: one(content.headline),
    summary: one(content.summary),
    body: [JSON.stringify(content.body)],
    section: one(content.section),
    kind: one(content.kind),
    projects: content.projects,
    places: content.places,
    topics: content.topics,
    people: content.people,
    activityType: one(activity?.type),
    activityName: one(activity?.name),
    activityStarts: one(activity?.starts),
    activityEnds: one(activity?.ends),
    activityPlace: one(activity?.place),
    activityOnline: activity?.isOnline ? ['yes'] : [],
    activityOrganisers: activity?.organisers ?? [],
    activityPartners: activity?.partners ?? [],
    activityParticipants: one(activity?.participants),
    byline: one(content.byline),
    datelinePlace: one(dateline?.place),
    datelineDate: one(dateline?.date),
    slug: one(content.slug),
    searchTitle: one(content.searchTitle),
    searchDescription: one(content.searchDescription),
  }
}
