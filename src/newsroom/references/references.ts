/** What a story refers to in the registers: ids, and codes of places. */
export type References = {
  section: string | null
  projects: string[]
  places: string[]
  topics: string[]
  people: string[]
  activity: { place: string | null; organisers: string[]; partners: string[] } | null
}

/** Every id that a story refers to, each once. */
export function referencesIn({ section, projects, places, topics, people, activity }: References): string[] {
  const ofActivity = activity ? [...activity.organisers, ...activity.partners, ...(activity.place ? [activity.place] : [])] : []
  return [...new Set([...(section ? [section] : []), ...projects, ...places, ...topics, ...people, ...ofActivity])]
}

/** The same content, with the ids of merged entries replaced by those that they were merged into, each once. */
export function followMerges<Content extends References>(content: Content, merged: ReadonlyMap<string, string>): Content {
  if (!referencesIn(content).some((id) => merged.has(id))) return content
  const one = (id: string | null) => (id === null ? null : (merged.get(id) ?? id))
  const many = (ids: string[]) => [...new Set(ids.map((id) => merged.get(id) ?? id))]
  const { activity } = content
  return {
    ...content,
    section: one(content.section),
    projects: many(content.projects),
    places: many(content.places),
    topics: many(content.topics),
    people: many(content.people),
    activity: activity && {
      ...activity,
      place: one(activity.place),
      organisers: many(activity.organisers),
      partners: many(activity.partners),
    },
  }
}
