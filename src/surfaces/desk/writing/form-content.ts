import { slugify } from '#lib/slugify.ts'
import type { Activity, RevisionContent } from '#newsroom/stories/story.ts'

/** What a form says, field by field; a field may be there several times. */
export type FormFields = { get(name: string): unknown; getAll(name: string): unknown[]; has(name: string): boolean }

/**
 * The content that the writing form says, for the schema to judge. What the form does not have stays as it was: the body, where no script runs, and
 * what was called by a name that no register knows.
 * An address that was made of the headline goes with the headline, until it is public.
 */
export function contentOfForm(form: FormFields, base: RevisionContent, isPublic: boolean): unknown {
  const text = (name: string, before: string | null | undefined): string =>
    form.has(name) ? textOf(form.get(name)).replace(/\r\n?/g, '\n').trim() : (before ?? '')
  const orNull = (name: string, before: string | null | undefined): string | null => text(name, before) || null
  const all = (name: string, before: readonly string[] = []): string[] => {
    const said = new Set(
      form
        .getAll(name)
        .map(textOf)
        .filter((value) => value !== ''),
    )
    // A list to choose from has an order of its own; what was there before keeps its place.
    return [...new Set([...before.filter((value) => said.has(value)), ...said])]
  }
  const headline = text('headline', base.headline).replace(/\s+/g, ' ')
  return {
    kind: text('kind', base.kind) || base.kind,
    slug: slugOf(text('slug', base.slug), headline, base, isPublic),
    headline,
    summary: text('summary', base.summary).replace(/\s+/g, ' '),
    body: form.has('body') ? parsedJson(text('body', ''), base.body) : base.body,
    byline: orNull('byline', base.byline),
    dateline: datelineOf(text('datelinePlace', base.dateline?.place), orNull('datelineDate', base.dateline?.date)),
    section: orNull('section', base.section),
    projects: all('projects', base.projects),
    places: all('places', base.places),
    topics: all('topics', base.topics),
    people: all('people', base.people),
    activity: activityOf(text, all, base.activity),
    searchTitle: orNull('searchTitle', base.searchTitle),
    searchDescription: orNull('searchDescription', base.searchDescription),
  }
}

function slugOf(said: string, headline: string, base: RevisionContent, isPublic: boolean): string {
  if (isPublic) return said || base.slug
  const isMade = said === '' || said === slugify(base.headline)
  return isMade ? slugify(headline) : slugify(said)
}

const datelineOf = (place: string, date: string | null): unknown => (place || date ? { place, date } : null)

function activityOf(
  text: (name: string, before: string | null | undefined) => string,
  all: (name: string, before?: readonly string[]) => string[],
  base: Activity | null,
): unknown {
  const type = text('activityType', base?.type)
  const participants = text('activityParticipants', base?.participants?.toString())
  const said = {
    name: text('activityName', base?.name) || null,
    starts: text('activityStarts', base?.starts) || null,
    ends: text('activityEnds', base?.ends) || null,
    place: text('activityPlace', base?.place) || null,
    // A box that is not ticked is not sent.
    isOnline: text('activityOnline', '') !== '',
    organisers: all('activityOrganisers', base?.organisers),
    partners: all('activityPartners', base?.partners),
    participants: participants === '' ? null : Number(participants),
  }
  // Whoever fills in anything of an activity has one, whatever the order; what happened is for them to say, and a check asks.
  const isToldOf = Object.values(said).some((one) => (Array.isArray(one) ? one.length > 0 : one !== null && one !== false))
  return type === '' && !isToldOf ? null : { type, ...said }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function parsedJson(text: string, otherwise: unknown): unknown {
  if (text === '') return otherwise
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
