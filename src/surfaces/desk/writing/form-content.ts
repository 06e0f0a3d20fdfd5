import { slugify } from '#lib/slugify.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'

/** What a form says, field by field; a field may be there several times. */
export type FormFields = { get(name: string): unknown; getAll(name: string): unknown[]; has(name: string): boolean }

/**
 * The content that the writing form says, for the schema to judge. What the form does not have stays as it was: the body, where no script runs.
 * An address that was made of the headline goes with the headline, until it is public.
 */
export function contentOfForm(form: FormFields, base: RevisionContent, isPublic: boolean): unknown {
  const text = (name: string): string => textOf(form.get(name)).replace(/\r\n?/g, '\n').trim()
  const orNull = (name: string): string | null => text(name) || null
  const all = (name: string): string[] => [
    ...new Set(
      form
        .getAll(name)
        .map(textOf)
        .filter((value) => value !== ''),
    ),
  ]
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
    projects: all('projects'),
    places: all('places'),
    topics: all('topics'),
    people: all('people'),
    activity: activityOf(text, all),
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

function activityOf(text: (name: string) => string, all: (name: string) => string[]): unknown {
  // Whoever fills in anything of an activity has one, whatever the order.
  const isToldOf =
    activityFields.some((name) => text(name) !== '') || ['activityOrganisers', 'activityPartners'].some((name) => all(name).length > 0)
  const type = text('activityType') || (isToldOf ? 'event' : '')
  if (type === '') return null
  const participants = text('activityParticipants')
  return {
    type,
    name: text('activityName') || null,
    starts: text('activityStarts') || null,
    ends: text('activityEnds') || null,
    place: text('activityPlace') || null,
    isOnline: text('activityOnline') !== '',
    organisers: all('activityOrganisers'),
    partners: all('activityPartners'),
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
