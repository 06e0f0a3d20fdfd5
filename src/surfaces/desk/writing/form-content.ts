import { slugify } from '#lib/slugify.ts'
import type { Activity, RevisionContent } from '#newsroom/stories/story.ts'

/** What a form says, field by field; a field may be there several times. */
export type FormFields = { get(name: string): unknown; getAll(name: string): unknown[]; has(name: string): boolean }

/**
 * The content that the writing form says, for the schema to judge. What the form does not have stays as it was: the body, where no script runs.
 * An address that was made of the headline goes with the headline, until it is public.
 */
export function contentOfForm(form: FormFields, base: RevisionContent, isPublic: boolean): unknown {
  const text = (name: string): string => textOf(form.get(name)).replace(/\r\n?/g, '\n').trim()
  const orNull = (name: string): string | null => text(name) || null
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
  const headline = text('headline').replace(/\s+/g, ' ')
  return {
    kind: text('kind') || base.kind,
    slug: slugOf(text('slug'), headline, base, isPublic),
    headline,
    summary: text('summary').replace(/\s+/g, ' '),
    body: form.has('body') ? parsedJson(text('body'), base.body) : base.body,
    byline: orNull('byline'),
    dateline: text('datelinePlace') || text('datelineDate') ? { place: text('datelinePlace'), date: orNull('datelineDate') } : null,
    section: orNull('section'),
    projects: all('projects', base.projects),
    places: all('places', base.places),
    topics: all('topics', base.topics),
    people: all('people', base.people),
    activity: activityOf(text, all, base.activity),
    searchTitle: orNull('searchTitle'),
    searchDescription: orNull('searchDescription'),
  }
}

function slugOf(said: string, headline: string, base: RevisionContent, isPublic: boolean): string {
  if (isPublic) return said || base.slug
  const isMade = said === '' || said === slugify(base.headline)
  return isMade ? slugify(headline) : slugify(said)
}

const activityFields = ['activityName', 'activityStarts', 'activityEnds', 'activityPlace', 'activityOnline', 'activityParticipants']

function activityOf(
  text: (name: string) => string,
  all: (name: string, before?: readonly string[]) => string[],
  base: Activity | null,
): unknown {
  // Whoever fills in anything of an activity has one, whatever the order.
  const isToldOf =
    activityFields.some((name) => text(name) !== '') || ['activityOrganisers', 'activityPartners'].some((name) => all(name).length > 0)
  const type = text('activityType')
  // What happened is for whoever writes to say; a check asks.
  if (type === '' && !isToldOf) return null
  const participants = text('activityParticipants')
  return {
    type,
    name: text('activityName') || null,
    starts: text('activityStarts') || null,
    ends: text('activityEnds') || null,
    place: text('activityPlace') || null,
    isOnline: text('activityOnline') !== '',
    organisers: all('activityOrganisers', base?.organisers),
    partners: all('activityPartners', base?.partners),
    participants: participants === '' ? null : Number(participants),
  }
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
